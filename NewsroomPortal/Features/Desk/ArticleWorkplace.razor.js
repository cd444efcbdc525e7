// The article's page in the browser: opens the editor in its elements, keeps the panes' widths, and settles all that was typed before an act.
import { openDesk } from "/editor/editor.js";
import { settle as settleFields } from "./Fields/TextField.razor.js";

const layoutKey = "newsroom.desk.layout";
const step = 2;
const narrowest = 15;
const catchUpLimit = 5000;
const pause = 50;

/** The layout as it was left: {preview, side, tab, widths}; what is missing or broken is null. */
export function readLayout() {
  try {
    return JSON.parse(localStorage.getItem(layoutKey)) ?? {};
  } catch {
    return {};
  }
}

export function keepLayout(layout) {
  try {
    localStorage.setItem(layoutKey, JSON.stringify({ ...readLayout(), ...layout }));
  } catch {
    // A browser that keeps nothing shows the standard layout next time.
  }
}

/**
 * @param {HTMLElement} page
 * @param {object} options  those of openDesk, but for the hosts, which are found in the page
 */
export async function open(page, options) {
  const host = (name) => page.querySelector(`[data-host="${name}"]`);
  const stops = [...page.querySelectorAll("[role=separator]")].map((bar) => makeSplitter(page, bar));
  const desk = await openDesk({
    ...options, textHost: host("text"), previewHost: host("preview"), stateHost: host("state"), countHost: host("count"),
    hereHost: host("here"), formHost: host("form"), keptHost: host("kept"),
  });
  return {
    settleFields,
    settle: (shown) => settle(desk, shown),
    command: (name) => { desk.command(name); desk.focus(); },
    setReadOnly: (readOnly) => desk.setReadOnly(readOnly),
    goToLine: (line) => { desk.goToLine(line); desk.focus(); },
    markStop: (line, text, message) => desk.markStop(line, text, message),
    caretLine: () => desk.caretLine(),
    showFrontMatter: (shown) => desk.showFrontMatter(shown),
    dispose: () => { for (const stop of stops) stop(); return desk.dispose(); },
  };
}

/**
 * Resolves to the version on the screen once everything typed into the text is acknowledged; to null when that takes too long.
 * `shown` is the version that the form shows: what it set comes to the editor like anybody's change, and must be on the screen too.
 */
async function settle(desk, shown) {
  let version = await desk.settle();
  for (let waited = 0; version !== null && version < shown; waited += pause) {
    if (waited >= catchUpLimit) return null;
    await new Promise((resolve) => setTimeout(resolve, pause));
    version = desk.version();
  }
  return version;
}

function makeSplitter(page, bar) {
  const pane = bar.dataset.pane;
  const set = (percent) => {
    const others = [...page.querySelectorAll("[role=separator]:not([hidden])")].filter((other) => other !== bar);
    const taken = others.reduce((sum, other) => sum + Number(other.getAttribute("aria-valuenow")), narrowest);
    const width = Math.round(Math.max(narrowest, Math.min(100 - taken, percent)));
    page.style.setProperty(`--np-${pane}-width`, `${width}%`);
    bar.setAttribute("aria-valuenow", width);
    return width;
  };
  const keep = (width) => keepLayout({ widths: { ...readLayout().widths, [pane]: width } });
  const now = () => Number(bar.getAttribute("aria-valuenow"));

  const keydown = (event) => {
    const change = { ArrowLeft: step, ArrowRight: -step, Home: -100, End: 100 }[event.key];
    if (!change) return;
    event.preventDefault();
    keep(set(now() + change));
  };
  const pointerdown = (event) => {
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    const room = bar.parentElement.getBoundingClientRect();
    const end = page.querySelector(`[data-pane-body="${pane}"]`).getBoundingClientRect().right;
    const move = (moved) => set(((end - moved.clientX) / room.width) * 100);
    const up = () => {
      bar.removeEventListener("pointermove", move);
      keep(now());
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("lostpointercapture", up, { once: true });
  };
  const kept = readLayout().widths?.[pane];
  if (Number.isFinite(kept)) set(kept);
  bar.addEventListener("keydown", keydown);
  bar.addEventListener("pointerdown", pointerdown);
  return () => {
    bar.removeEventListener("keydown", keydown);
    bar.removeEventListener("pointerdown", pointerdown);
  };
}
