// Runs before anything is painted, so that no page shows in the other theme first.
const dark = matchMedia("(prefers-color-scheme: dark)");

function paint() {
  document.documentElement.dataset.theme = localStorage.getItem("newsroom-theme") ?? (dark.matches ? "dark" : "light");
}

paint();
dark.addEventListener("change", paint);
addEventListener("storage", paint);
