import { ChangeSet, Text } from "@codemirror/state";

/** Seeded, so that a failing run can be had again. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pieces = ["新", "聞", "a", " ", "\n", "---\n", "+++\n", "{", "}", "\"", "𠮷", "👩‍👩‍👧", "---", "title: 甲\n", "\r\n", "--", "\ttab"];

export function randomText(random, most) {
  let text = "";
  for (let left = Math.floor(random() * most); left > 0; left--) text += pieces[Math.floor(random() * pieces.length)];
  return text;
}

/** One to three replacements at places that do not cut a surrogate pair. @param {string} text */
export function randomChange(random, text) {
  const specs = [];
  let from = 0;
  for (let left = 1 + Math.floor(random() * 3); left > 0 && from <= text.length; left--) {
    const start = whole(text, from + Math.floor(random() * (text.length - from + 1)));
    const end = whole(text, Math.min(text.length, start + Math.floor(random() * 8)));
    specs.push({ from: start, to: Math.max(start, end), insert: textOf(randomText(random, 4)) });
    from = Math.max(start, end) + 1;
  }
  return ChangeSet.of(specs, text.length);
}

/** As the editor holds it: line breaks are \n alone. */
export function textOf(string) {
  return Text.of(string.split("\n"));
}

function whole(text, at) {
  const cuts = at > 0 && at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
  return cuts ? at - 1 : at;
}
