import { EditorState } from "@codemirror/state";

const mostBytesOfAUnit = 3;

/**
 * What would make the file longer than the server keeps is not taken in the first place: once among what is unconfirmed, nothing
 * typed after it could be saved either.
 * @param {number} most  UTF-8 bytes of the whole file
 * @param {() => number} outside  bytes of the file that are not in this pane, at most
 * @param {() => void} refused
 */
export function sizeLimit(most, outside, refused) {
  return EditorState.transactionFilter.of(transaction => {
    if (!transaction.docChanged) return transaction;
    const { newDoc, startState } = transaction;
    const room = most - outside();
    if (newDoc.length <= startState.doc.length || newDoc.length * mostBytesOfAUnit <= room || bytesOf(newDoc) <= room) return transaction;
    refused();
    return [];
  });
}

/** @param {import("@codemirror/state").Text} doc */
function bytesOf(doc) {
  let bytes = 0;
  for (const piece of doc.iter()) for (let i = 0; i < piece.length; i++) bytes += bytesOfUnit(piece.charCodeAt(i));
  return bytes;
}

function bytesOfUnit(unit) {
  if (unit < 0x80) return 1;
  // Two for each half of a surrogate pair.
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : mostBytesOfAUnit;
}
