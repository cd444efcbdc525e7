import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import { wellFormed } from "../../editor/well-formed.js";
import { randomFrom } from "../random.js";

function change(doc, ...changes) {
  const transaction = EditorState.create({ doc, extensions: wellFormed }).update({ changes });
  transaction.changes.iterChanges((fromA, toA, fromB, toB, insert) => {
    assert.ok(insert.toString().isWellFormed(), "what is sent is well formed too");
  });
  return transaction.state.doc.toString();
}

for (const [name, doc, edit, after] of [
  ["a high half is replaced", "甲乙", { from: 1, insert: "\ud842" }, "甲\ufffd乙"],
  ["a low half is replaced", "甲乙", { from: 2, insert: "x\udfb7" }, "甲乙x\ufffd"],
  ["a whole pair stays", "甲", { from: 0, insert: "𠮷" }, "𠮷甲"],
  ["text between pairs stays", "𠮷𠮷", { from: 2, insert: "甲" }, "𠮷甲𠮷"],
  ["a deletion that cuts a pair takes both halves' meaning", "𠮷甲", { from: 1, to: 2 }, "\ufffd甲"],
  ["an insertion into a pair replaces both halves", "𠮷", { from: 1, insert: "甲" }, "\ufffd甲\ufffd"],
]) {
  test(`A text stays well formed: ${name}`, () => assert.equal(change(doc, edit), after));
}

test("Whatever is typed, the document is well formed", () => {
  const random = randomFrom(3);
  const units = ["\ud842", "\udfb7", "𠮷", "甲", ""];
  const pick = () => units[Math.floor(random() * units.length)];
  for (let run = 0; run < 2000; run++) {
    const doc = "𠮷甲𠮷乙𠮷";
    const at = Array.from({ length: 4 }, () => Math.floor(random() * (doc.length + 1))).sort((a, b) => a - b);
    const after = change(doc, { from: at[0], to: at[1], insert: pick() + pick() }, { from: at[2], to: at[3], insert: pick() });
    assert.ok(after.isWellFormed(), JSON.stringify({ at, after }));
  }
});
