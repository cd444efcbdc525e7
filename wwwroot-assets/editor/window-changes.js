// A pane shows a window of the whole file. These carry a change from the pane to the file and back.
import { ChangeSet, Text } from "@codemirror/state";

/**
 * A window, in offsets of the whole file; `ending` is what must follow the first text that is put into it.
 * @typedef {{from: number, to: number, ending?: string}} Span
 */

/**
 * A change made in the window, told in the offsets of the whole file.
 * @param {ChangeSet} changes  @param {Span} span  @param {number} wholeLength
 */
export function outward(changes, { from, to, ending }, wholeLength) {
  const specs = [];
  changes.iterChanges((fromA, toA, fromB, toB, insert) => {
    specs.push({ from: from + fromA, to: from + toA, insert });
  }, true);
  if (ending) specs.push({ from: to, insert: Text.of(ending.split("\n")) });
  return ChangeSet.of(specs, wholeLength);
}

/**
 * A change of the whole file as it is seen in the window; null where it crosses an edge of it, or moves an edge otherwise
 * than by what stands before it (a fence typed or deleted): then only the texts themselves tell the difference.
 * @param {ChangeSet} changes  @param {Span} before  @param {Span} after
 * @returns {ChangeSet | null}
 */
export function inward(changes, before, after) {
  const specs = [];
  let shift = 0;
  let growth = 0;
  let crossed = false;
  changes.iterChanges((fromA, toA, fromB, toB, insert) => {
    const grown = insert.length - (toA - fromA);
    if (fromA >= before.from && toA <= before.to) {
      specs.push({ from: fromA - before.from, to: toA - before.from, insert });
      growth += grown;
    } else if (toA <= before.from) shift += grown;
    else if (fromA < before.to) crossed = true;
  }, true);
  const fits = !crossed && after.from === before.from + shift && after.to === before.to + shift + growth;
  return fits ? ChangeSet.of(specs, before.to - before.from) : null;
}

/**
 * The smallest single replacement from one text to the other; never cuts a surrogate pair.
 * @param {import("@codemirror/state").Text} before  @param {import("@codemirror/state").Text} after
 */
export function difference(before, after) {
  const a = before.toString();
  const b = after.toString();
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (start > 0 && isHigh(a.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  if (end > 0 && isLow(a.charCodeAt(a.length - end))) end--;
  return ChangeSet.of(
    { from: start, to: a.length - end, insert: after.slice(start, b.length - end) },
    a.length,
  );
}

function isHigh(unit) {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit) {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
