// A message over 32 KiB ends the connection, so a change travels in portions, and updates in batches.
import { ChangeSet } from "@codemirror/state";

const mostCharacters = 5000;
const mostBytes = 15000;
const bytesOfASection = 16;
const batchBytes = 16 * 1024;

/**
 * The same change as consecutive ones, each small enough for one message; surrogate pairs stay whole.
 * @param {ChangeSet} changes  @returns {ChangeSet[]}
 */
export function inPortions(changes) {
  const pieces = piecesOf(changes);
  const portions = [];
  let length = changes.length;
  let moved = 0;
  for (let i = 0; i < pieces.length; ) {
    const specs = [];
    let grown = 0;
    let characters = 0;
    let bytes = 0;
    do {
      const { from, to, insert, cost } = pieces[i];
      specs.push({ from: from + moved, to: to + moved, insert });
      grown += insert.length - (to - from);
      characters += insert.length;
      bytes += cost;
      i++;
    } while (
      i < pieces.length && !pieces[i].continues &&
      characters + pieces[i].insert.length <= mostCharacters && bytes + pieces[i].cost <= mostBytes
    );
    portions.push(ChangeSet.of(specs, length));
    length += grown;
    moved += grown;
  }
  return portions;
}

/**
 * As many updates from the front as fit one message; at least one.
 * @template {{changes: ChangeSet}} U
 * @param {readonly U[]} updates  @param {(update: U) => unknown} encode
 */
export function firstBatch(updates, encode) {
  const batch = [];
  let bytes = 0;
  for (const update of updates) {
    const encoded = encode(update);
    bytes += encodedBytes(JSON.stringify(encoded));
    if (batch.length > 0 && bytes > batchBytes) break;
    batch.push(encoded);
  }
  return batch;
}

/** Replacements in the order of the text, long insertions cut; positions are those of the text before the change. */
function piecesOf(changes) {
  const pieces = [];
  changes.iterChanges((fromA, toA, fromB, toB, insert) => {
    if (insert.length <= mostCharacters / 4) {
      pieces.push({ from: fromA, to: toA, insert, cost: costOf(insert), continues: false });
      return;
    }
    let from = 0;
    do {
      const to = cutAfter(insert, from);
      const part = insert.slice(from, to);
      pieces.push({
        from: from === 0 ? fromA : toA, to: toA, insert: part, cost: costOf(part), continues: from > 0,
      });
      from = to;
    } while (from < insert.length);
  }, true);
  return pieces;
}

function cutAfter(insert, from) {
  const text = insert.sliceString(from, from + mostCharacters);
  let bytes = 0;
  let end = 0;
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end));
    bytes += encodedBytes(JSON.stringify(character)) - 2;
    // A pair cut by the slice above shows its first half alone at the end.
    const half = /\p{Surrogate}/u.test(character) && end + 1 === text.length && from + end + 1 < insert.length;
    if (half || (end > 0 && bytes > mostBytes - bytesOfASection)) break;
    end += character.length;
  }
  return from + end;
}

function costOf(insert) {
  return bytesOfASection + encodedBytes(JSON.stringify(insert.toString()));
}

function encodedBytes(text) {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) bytes += 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
}
