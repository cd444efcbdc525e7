import { EditorState } from "@codemirror/state";

const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Half a surrogate pair cannot be written as UTF-8: whatever a change would leave of one becomes U+FFFD before the document
 * ever holds it.
 */
export const wellFormed = EditorState.transactionFilter.of(transaction => {
  if (!transaction.docChanged) return transaction;
  const lone = new Set();
  const doc = transaction.startState.doc;
  transaction.changes.iterChanges((fromA, toA, fromB, toB, insert) => {
    // One unit on either side: a change may cut an old pair, or complete one.
    let text = doc.sliceString(Math.max(0, fromA - 1), fromA) + insert.toString() + doc.sliceString(toA, toA + 1);
    let at = fromA > 0 ? fromB - 1 : fromB;
    if (/^[\udc00-\udfff]/.test(text) && fromA > 0) {
      text = text.slice(1);
      at++;
    }
    if (toA < doc.length) text = text.replace(/[\ud800-\udbff]$/, "");
    for (const match of text.matchAll(loneSurrogate)) {
      lone.add(at + match.index);
    }
  });
  const repairs = [...lone].map(from => ({ from, to: from + 1, insert: "\ufffd" }));
  return repairs.length > 0 ? [transaction, { changes: repairs, sequential: true }] : transaction;
});
