// Where the front matter ends, by Hugo's own rules (its pageparser's intro section): blanks may come before the opening
// fence, any line that starts with the fence closes it, and what follows it on that line is already the body. The C# twin
// is HugoFile's; both are held to the same cases.

/**
 * @typedef {object} Fences  Offsets in UTF-16 units. Without a front matter, or with one that is never closed, all are 0.
 * @property {number} innerFrom  first character between the fences
 * @property {number} innerTo    end of what is between them, before the line break that precedes the closing fence
 * @property {number} fenceFrom  the closing fence begins here; for JSON, which has none, the end of the object
 * @property {number} bodyFrom   the body runs from here to the end of the text
 */

/** @type {Fences} */
const none = Object.freeze({ innerFrom: 0, innerTo: 0, fenceFrom: 0, bodyFrom: 0 });

/** @param {string} text  @returns {number} */
export function bodyStart(text) {
  return fencesOf(text).bodyFrom;
}

/** @param {string} text  @returns {Fences} */
export function fencesOf(text) {
  const start = text.search(/[^\ufeff \t\r\n]/);
  if (start < 0) return none;
  if (text[start] === "{") return json(text, start);
  const fence = text.slice(start, start + 3);
  return fence === "---" || fence === "+++" ? fenced(text, start, fence) : none;
}

/**
 * The same for a CodeMirror document, reading no more of it than the answer needs.
 * @param {import("@codemirror/state").Text} doc  @returns {Fences}
 */
export function fencesOfDoc(doc) {
  for (let read = 8192; ; read *= 4) {
    const text = doc.sliceString(0, read);
    const whole = text.length >= doc.length;
    const fences = fencesOf(text);
    if (whole || (fences.bodyFrom > 0 && fences.bodyFrom < text.length) || opensNone(text)) return fences;
  }
}

/**
 * After a change: a closed front matter cannot be moved by what happens behind it.
 * @param {Fences} before
 * @param {import("@codemirror/state").ChangeSet} changes
 * @param {import("@codemirror/state").Text} doc  the text after the change
 */
export function fencesAfter(before, changes, doc) {
  let touched = before.bodyFrom === 0;
  changes.iterChangedRanges(from => {
    if (from < before.bodyFrom) touched = true;
  });
  // A fence that ends without a line break can swallow one typed right behind it.
  if (!touched && doc.sliceString(before.bodyFrom - 1, before.bodyFrom) !== "\n") touched = true;
  return touched ? fencesOfDoc(doc) : before;
}

function opensNone(text) {
  const start = text.search(/[^\ufeff \t\r\n]/);
  return start >= 0 && start + 3 <= text.length && !/^(?:---|\+\+\+|\{)/.test(text.slice(start, start + 3));
}

function fenced(text, start, fence) {
  const afterOpening = start + 3;
  const innerFrom = afterOpening + lineBreakAt(text, afterOpening);
  const closing = fence === "---" ? /[\r\n]---/g : /[\r\n]\+\+\+/g;
  closing.lastIndex = afterOpening;
  // The line break that ends the opening fence may be the one before the closing fence: an empty front matter.
  if (innerFrom > afterOpening) closing.lastIndex = innerFrom - 1;
  const match = closing.exec(text);
  if (!match) return none;
  const fenceFrom = match.index + 1;
  const lineBreak = text.slice(match.index - 1, fenceFrom) === "\r\n" ? 2 : 1;
  const innerTo = Math.max(innerFrom, fenceFrom - lineBreak);
  return { innerFrom, innerTo, fenceFrom, bodyFrom: afterFence(text, fenceFrom + 3) };
}

function json(text, start) {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === "\\") i++;
    else if (c === '"') quoted = !quoted;
    else if (c === "{" && !quoted) depth++;
    else if (c === "}" && !quoted && --depth === 0) {
      return { innerFrom: start, innerTo: i + 1, fenceFrom: i + 1, bodyFrom: afterFence(text, i + 1) };
    }
  }
  return none;
}

/** Blanks behind a fence belong to its line; anything else is already the body. */
function afterFence(text, at) {
  let end = at;
  while (text[end] === " " || text[end] === "\t") end++;
  if (end === text.length) return end;
  const lineBreak = lineBreakAt(text, end);
  return lineBreak > 0 ? end + lineBreak : at;
}

function lineBreakAt(text, at) {
  if (text[at] === "\r") return text[at + 1] === "\n" ? 2 : 1;
  return text[at] === "\n" ? 1 : 0;
}
