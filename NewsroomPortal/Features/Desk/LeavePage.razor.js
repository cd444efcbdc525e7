// The person decides: whoever signs out here gives up what is still listed. Where all of it was sent meanwhile, there is nothing to decide.
const form = document.querySelector("form[data-np-leave]");
const kept = document.querySelector("np-kept");

kept.addEventListener("nothing-left", () => form.submit());

form.addEventListener("submit", async event => {
  event.preventDefault();
  const { forgetAll } = await import("/editor/editor.js");
  await forgetAll(kept.dataset.person);
  form.submit();
});
