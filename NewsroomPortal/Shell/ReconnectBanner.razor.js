// The line to the server is away: try until it is back, quietly. Where the circuit is gone the page must be loaded anew, but not before the
// editor has handed over what was typed, which has a line of its own.
const banner = document.getElementById("components-reconnect-modal");
const retryMs = 3000;
const settleMs = 10000;

banner.addEventListener("components-reconnect-state-changed", event => {
  switch (event.detail.state) {
    case "show":
    case "retrying":
      banner.dataset.state = "away";
      break;
    case "hide":
      delete banner.dataset.state;
      break;
    case "failed":
    case "paused":
      comeBack();
      break;
    case "rejected":
    case "resume-failed":
      reload();
      break;
  }
});

async function comeBack() {
  try {
    // True: as it was. False: the server answers, but knows the circuit no longer. Thrown: no server.
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) {
      delete banner.dataset.state;
    } else {
      await reload();
    }
  } catch {
    setTimeout(comeBack, retryMs);
  }
}

async function reload() {
  banner.dataset.state = "reload";
  await window.newsroom?.settle?.(settleMs);
  location.reload();
}
