// The frame's own behaviour. It is kept on the root element, which Blazor never replaces, and heard by delegation, so that it works on
// static pages, before the circuit is there, and while it is away.
const root = document.documentElement;
const narrow = matchMedia("(max-width: 899.98px)");

function showRail(open) {
  root.dataset.rail = open ? "open" : "closed";
  if (!narrow.matches) {
    localStorage.setItem("newsroom-rail", root.dataset.rail);
  }
  for (const button of document.querySelectorAll("[data-np-menu]")) {
    button.setAttribute("aria-expanded", String(open));
  }
}

/** The rail is open on wide screens unless closed there before; a narrow one's drawer begins closed. */
function settleRail() {
  showRail(!narrow.matches && localStorage.getItem("newsroom-rail") !== "closed");
}

function closeMenus(but) {
  for (const menu of document.querySelectorAll("details.np-menu[open]")) {
    if (menu !== but) {
      menu.open = false;
    }
  }
}

document.addEventListener("click", event => {
  const target = event.target.closest?.("[data-np-menu], [data-np-theme], .np-skip, .np-rail a, .np-scrim, details.np-menu");
  closeMenus(event.target.closest?.("details.np-menu"));
  if (target?.matches("[data-np-menu]")) {
    showRail(root.dataset.rail !== "open");
    if (narrow.matches && root.dataset.rail === "open") {
      document.querySelector(".np-rail a")?.focus();
    }
  } else if (target?.matches("[data-np-theme]")) {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("newsroom-theme", root.dataset.theme);
  } else if (target?.matches(".np-skip")) {
    // The base address would make "#main" another page.
    event.preventDefault();
    document.getElementById("main")?.focus();
  } else if (target?.matches(".np-rail a, .np-scrim") && narrow.matches) {
    showRail(false);
  }
}, true);

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") {
    return;
  }
  const menu = document.querySelector("details.np-menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (narrow.matches && root.dataset.rail === "open") {
    showRail(false);
    document.querySelector("[data-np-menu]")?.focus();
  }
});

narrow.addEventListener("change", settleRail);
settleRail();

// The circuit renders the top bar anew when it comes: its button learns how the rail stands.
new MutationObserver(() => {
  const button = document.querySelector("[data-np-menu]:not([aria-expanded])");
  button?.setAttribute("aria-expanded", String(root.dataset.rail === "open"));
}).observe(document.body, { childList: true });
