import { EditorState } from "@codemirror/state";

const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Half a surrogate pair cannot be written as UTF-8: whatever a change would insert or leave of one becomes U+FFFD before the
 * document ever holds it.
 */
export const wellFormed = EditorState.transactionFilter.of(transaction => {
  if (!transaction.docChanged) return transaction;
  const { doc } = transaction.startState;
  const halves = new Set();
  transaction.changes.iterChanges((fromA, toA, fromB, toB, insert) => {
    for (const match of insert.toString().matchAll(loneSurrogate)) halves.add(fromB + match.index);
    // The document was well formed, so a half right before or behind the change is half of a pair that it cuts.
    if (fromA > 0 && /[\ud800-\udbff]/.test(doc.sliceString(fromA - 1, fromA))) halves.add(fromB - 1);
    if (/[\udc00-\udfff]/.test(doc.sliceString(toA, toA + 1))) halves.add(toB);
  });
  const repairs = [...halves].map(from => ({ from, to: from + 1, insert: "\ufffd" }));
  return repairs.length > 0 ? [transaction, { changes: repairs, sequential: true }] : transaction;
});
