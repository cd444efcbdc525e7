// A text box that the server never writes while somebody is in it, so that an input method's composition is never broken.
// `serial` names the value that the box was last given: the server knows by it what the person saw when they began to type.

const boxes = new Set();

export function attach(element, dotnet, serial, pause, value) {
  const box = { element, dotnet, serial, given: asHeld(element, value), news: null, composing: false, timer: 0, sending: null, refused: null };
  const on = (name, act) => element.addEventListener(name, act);
  on("compositionstart", () => { box.composing = true; clearTimeout(box.timer); });
  on("compositionend", () => { box.composing = false; commitSoon(box, pause); });
  on("input", () => commitSoon(box, pause));
  on("change", () => commit(box));
  on("blur", () => { box.composing = false; commit(box).then(() => takeNews(box)); });
  boxes.add(box);
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
    const serial = await box.dotnet.invokeMethodAsync("Commit", box.serial, value);
    if (serial === null) {
      box.refused = value;
    } else {
      box.given = value;
      box.serial = serial;
      box.refused = null;
      if (box.news && box.news.serial < serial) box.news = null;
    }
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
}

/** Boxes keep no carriage returns, and those of one line no line breaks at all. */
function asHeld(element, value) {
  return element.localName === "textarea" ? value.replace(/\r\n?/g, "\n") : value.replace(/[\r\n]/g, "");
}
