import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import { markStop, stopMark, stopOf } from "../../editor/stop-mark.js";

const text = "一\n{{< nowhere >}}\n三\n\n五";

function marked(line = 2, read = "{{< nowhere >}}") {
  const state = EditorState.create({ doc: text, extensions: stopMark });
  return state.update(markStop(state, line, read, "not found")).state;
}

function edited(state, from, to, insert) {
  return state.update({ changes: { from, to, insert } }).state;
}

test("marks the line, and takes the mark away", () => {
  const state = marked();
  assert.deepEqual(stopOf(state), { line: 2, message: "not found" });
  assert.equal(stopOf(state.update(markStop(state, null, null, null)).state), null);
});

test("finds the line again in a text that went on, and marks none where it is gone", () => {
  assert.equal(stopOf(marked(1)).line, 2);
  assert.equal(stopOf(marked(4)).line, 2);
  assert.equal(stopOf(marked(900, "五")), null);
  assert.equal(stopOf(marked(2, "{{< nowhere")), null);
});

test("moves with the text, also when a line is put right before it or it is broken", () => {
  assert.equal(stopOf(edited(marked(), 0, 0, "零\n")).line, 3);
  assert.equal(stopOf(edited(marked(), 2, 2, "\n")).line, 3);
  assert.equal(stopOf(edited(marked(), 2, 2, "這行：")).line, 2);
  assert.equal(stopOf(edited(marked(), 5, 5, "\n")).line, 2);
});

test("goes when nothing of the line is left, with its break or without", () => {
  const { from, to } = marked().doc.line(2);
  assert.equal(stopOf(edited(marked(), from, to, "")), null);
  assert.equal(stopOf(edited(marked(), from, to + 1, "")), null);
  assert.equal(stopOf(edited(marked(), from, to, "{{< box >}}")), null);
  assert.equal(stopOf(edited(marked(), from, from + 3, "")).line, 2);
});

test("an empty line goes when what is around it is joined", () => {
  const state = marked(4, "");
  assert.equal(stopOf(state).line, 4);
  const { from } = state.doc.line(4);
  assert.equal(stopOf(edited(state, from - 1, from + 1, "")), null);
});
