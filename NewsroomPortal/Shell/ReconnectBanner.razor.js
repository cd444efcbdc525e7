// The line to the server is away: try until it is back, quietly. Where the circuit is gone the page must be loaded anew, but not under the hands
// of somebody who writes: the editor has a line of its own and goes on. It is done once they leave the text, or ask for it.
const banner = document.getElementById("components-reconnect-modal");
const again = banner.querySelector("button");
const retryMs = 3000;
const settleMs = 10000;
let isReloading = false;

banner.addEventListener("components-reconnect-state-changed", event => {
  switch (event.detail.state) {
    case "show":
    case "retrying":
      show("away");
      break;
    case "hide":
      show(null);
      break;
    case "failed":
    case "paused":
      comeBack();
      break;
    case "rejected":
    case "resume-failed":
      reloadWhenSafe();
      break;
  }
});

again.addEventListener("click", reload);

async function comeBack() {
  try {
    // True: as it was. False: the server answers, but knows the circuit no longer. Thrown: no server.
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) {
      show(null);
    } else {
      reloadWhenSafe();
    }
  } catch {
    setTimeout(comeBack, retryMs);
  }
}

function reloadWhenSafe() {
  if (!isWritten()) {
    reload();
    return;
  }
  show("stale");
  for (const event of ["focusout", "visibilitychange"]) {
    // The focus is elsewhere only after the event.
    document.addEventListener(event, () => setTimeout(reloadIfLeft), { passive: true });
  }
  addEventListener("blur", () => setTimeout(reloadIfLeft));
}

function reloadIfLeft() {
  if (document.hidden || !isWritten()) {
    reload();
  }
}

/** Somebody is in the text, or in a box of a form: their input method must not lose its composition. */
function isWritten() {
  return window.newsroom?.isWritten?.() || (document.activeElement?.matches("textarea, input:not([type]), input[type=text]") ?? false);
}

async function reload() {
  if (isReloading) {
    return;
  }
  isReloading = true;
  show("reload");
  await window.newsroom?.settle?.(settleMs);
  window.newsroom?.leaveMarks?.();
  location.reload();
}

/** Once the page is being loaded anew, nothing else is shown. */
function show(state) {
  if (isReloading && state !== "reload") {
    return;
  }
  if (state === null) {
    delete banner.dataset.state;
  } else {
    banner.dataset.state = state;
  }
}
