import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorSelection, EditorState } from "@codemirror/state";
import { commands } from "../../editor/commands.js";

/** Runs a command on a text where ‹ and › stand around the selection, or ‸ at the caret. */
function run(name, marked, { readOnly = false } = {}) {
  const anchor = marked.search(/[‹‸]/);
  const head = marked.includes("›") ? marked.indexOf("›") - 1 : anchor;
  const view = {
    state: EditorState.create({
      doc: marked.replace(/[‹›‸]/g, ""),
      selection: EditorSelection.single(anchor, head),
      extensions: EditorState.readOnly.of(readOnly),
    }),
    dispatch: transaction => (view.state = transaction.state),
    focus: () => {},
  };
  commands[name](view);
  const { from, to } = view.state.selection.main;
  const text = view.state.doc.toString();
  if (from === to) return `${text.slice(0, from)}‸${text.slice(from)}`;
  return `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;
}

for (const [name, before, after] of [
  ["bold", "甲‹乙›丙", "甲**‹乙›**丙"],
  ["bold", "甲**‹乙›**丙", "甲‹乙›丙"],
  ["bold", "甲‸", "甲**‸**"],
  ["italic", "‹甲›", "*‹甲›*"],
  ["code", "‹甲›", "`‹甲›`"],
  ["code", "‹甲\n乙›", "```\n‹甲\n乙›\n```"],
  ["link", "‹甲›乙", "[甲](‸)乙"],
  ["link", "‸", "[‸]()"],
  ["image", "‹圖›", "![圖](‸)"],
  ["heading", "甲‸", "## 甲‸"],
  ["heading", "## 甲‸", "### 甲‸"],
  ["heading", "#### 甲‸", "甲‸"],
  ["heading", "#主題標籤‸", "## #主題標籤‸"],
  ["list", "甲‹甲\n乙›", "- 甲‹甲\n- 乙›"],
  ["list", "- 甲‹甲\n- 乙›", "甲‹甲\n乙›"],
  ["quote", "甲‸", "> 甲‸"],
  ["quote", "> 甲‸", "甲‸"],
  ["table", "‸", "| ‸ |  |\n| --- | --- |\n|  |  |\n"],
]) {
  test(`${name} makes ${JSON.stringify(after)} of ${JSON.stringify(before)}`, () => assert.equal(run(name, before), after));
}

test("No command writes where nobody may", () => {
  for (const name of Object.keys(commands)) assert.equal(run(name, "‹甲›", { readOnly: true }), "‹甲›", name);
});
