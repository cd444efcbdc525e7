// What pages left unsent in this browser. It needs no circuit, and loads the editor only where this browser has kept something before.
const databaseName = "newsroom";

customElements.define("np-kept", class extends HTMLElement {
  async connectedCallback() {
    if (!await hasKept()) {
      return;
    }
    const { showLeftovers } = await import("/editor/editor.js");
    const { person, words, leaving } = this.dataset;
    await showLeftovers(this, { person, words: JSON.parse(words), leaving: leaving !== undefined });
  }
});

// What is left at sign-out is not left to the next person: it is sent, or shown first.
document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("form[data-np-sign-out]")) {
    return;
  }
  event.preventDefault();
  forgetTab();
  signOut(form).catch(() => form.submit());
});

const settleMs = 3000;
const tabPrefix = "newsroom.";

async function signOut(form) {
  await window.newsroom?.settle?.(settleMs);
  if (await hasKept()) {
    const { articlesLeft } = await import("/editor/editor.js");
    if (await articlesLeft(form.dataset.npSignOut) > 0) {
      location.assign("/account/leave");
      return;
    }
  }
  form.submit();
}

/** What this tab kept for its next load: marks of the writer's place, fields that were not set. */
function forgetTab() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(tabPrefix)) {
      sessionStorage.removeItem(key);
    }
  }
}

async function hasKept() {
  // Where a browser does not list its databases, looking costs a load of the editor.
  return (await indexedDB.databases?.())?.some(database => database.name === databaseName) ?? true;
}
