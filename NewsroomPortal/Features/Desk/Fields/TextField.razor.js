// A text box that the server never writes while somebody is in it, so that an input method's composition is never broken.
// `serial` names the value that the box was last given: the server knows by it what the person saw when they began to type.

const boxes = new Set();

// A number that the server has given to no value: what is typed then stands against whatever is in the field.
const unknown = 0;
const awayMs = 2000;

export function attach(element, dotnet, serial, pause, value, keptAs) {
  const box = { element, dotnet, serial, given: asHeld(element, value), keptAs, news: null, composing: false, timer: 0, sending: null, refused: null };
  const on = (name, act) => element.addEventListener(name, act);
  on("compositionstart", () => { box.composing = true; clearTimeout(box.timer); });
  on("compositionend", () => { box.composing = false; commitSoon(box, pause); });
  on("input", () => { keep(box); commitSoon(box, pause); });
  on("change", () => commit(box));
  on("blur", () => { box.composing = false; commit(box).then(() => takeNews(box)); });
  boxes.add(box);
  takeKept(box);
  if (element.value !== box.given) commitSoon(box, pause);
  return {
    show: (value, newSerial) => { box.news = { value, serial: newSerial }; takeNews(box); },
    put: (value, newSerial) => { box.news = null; give(box, value, newSerial); },
    rebase: (newSerial) => { box.serial = newSerial; box.refused = null; return commit(box); },
    dispose: () => { clearTimeout(box.timer); boxes.delete(box); },
  };
}

/** Resolves when whatever is typed in any box has been answered by the server: true if all of it was taken. */
export async function settle() {
  await Promise.all([...boxes].map(commit));
  return [...boxes].every((box) => box.element.value === box.given);
}

function commitSoon(box, pause) {
  clearTimeout(box.timer);
  if (!box.composing) box.timer = setTimeout(() => commit(box), pause);
}

function commit(box) {
  clearTimeout(box.timer);
  box.sending ??= send(box).finally(() => { box.sending = null; });
  return box.sending;
}

async function send(box) {
  while (!box.composing && box.element.value !== box.given && box.element.value !== box.refused) {
    const value = box.element.value;
    let serial;
    try {
      serial = await box.dotnet.invokeMethodAsync("Commit", box.serial, value);
    } catch {
      // The server is away; what is typed is kept until it is back.
      if (boxes.has(box)) box.timer = setTimeout(() => commit(box), awayMs);
      return;
    }
    if (serial === null) {
      box.refused = value;
    } else {
      box.given = value;
      box.serial = serial;
      box.refused = null;
      keep(box);
      if (box.news && box.news.serial < serial) box.news = null;
    }
  }
}

/** While the server is away nothing can be set: a page that is loaded anew in this tab has what was typed again, and its caret. */
function keep(box) {
  const { element, given, keptAs } = box;
  try {
    if (element.value === given) sessionStorage.removeItem(keptAs);
    else sessionStorage.setItem(keptAs, JSON.stringify({ value: element.value, given, caret: [element.selectionStart, element.selectionEnd] }));
  } catch {
    // A browser that keeps nothing: it is still in the box.
  }
}

function takeKept(box) {
  const kept = readKept(box.keptAs);
  if (kept === null || kept.value === box.given) return;
  if (kept.given !== box.given) box.serial = unknown;
  box.element.value = kept.value;
  box.element.focus();
  box.element.setSelectionRange(...kept.caret);
}

function readKept(keptAs) {
  try {
    return JSON.parse(sessionStorage.getItem(keptAs));
  } catch {
    return null;
  }
}

function takeNews(box) {
  const { news, element } = box;
  if (!news || box.composing) return;
  const held = asHeld(element, news.value);
  if (held === box.given || held === element.value) {
    box.news = null;
    box.given = held;
    box.serial = news.serial;
  } else if (element.value === box.given && document.activeElement !== element) {
    box.news = null;
    give(box, news.value, news.serial);
  }
}

function give(box, value, serial) {
  box.element.value = value;
  box.given = asHeld(box.element, value);
  box.serial = serial;
  box.refused = null;
  keep(box);
}

/** Boxes keep no carriage returns, and those of one line no line breaks at all. */
function asHeld(element, value) {
  return element.localName === "textarea" ? value.replace(/\r\n?/g, "\n") : value.replace(/[\r\n]/g, "");
}
