import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { peopleOf } from "../../editor/here-line.js";
import { OwnPlace } from "../../editor/own-place.js";
import { presence, showPresent } from "../../editor/presence.js";

/** As much of a view as is needed without a page. */
let view;

beforeEach(() => {
  view = {
    state: EditorState.create({ doc: "0123456789", extensions: presence(new OwnPlace(() => {})) }),
    dispatch(spec) {
      this.state = this.state.update(spec).state;
    },
  };
});

const page = (id, head, more = {}) => ({ id, person: id, isMine: false, name: id, colour: 1, anchor: head, head, field: null, isTyping: false, ...more });

function drawn() {
  const ranges = [];
  for (const set of view.state.facet(EditorView.decorations)) {
    set.between(0, view.state.doc.length, (from, to, { spec }) => void ranges.push([from, to, spec.widget?.name ?? spec.class]));
  }
  return ranges;
}

test("a caret is drawn with its name, a selection with its colour, and who is elsewhere not at all", () => {
  showPresent(view, [page("Mei", 3), page("Lok", 7, { anchor: 5, colour: 9 }), page("Kit", null)]);
  assert.deepEqual(drawn(), [[3, 3, "Mei"], [5, 7, "np-selected np-colour-1"], [7, 7, "Lok"]]);
});

test("a caret goes along with the text, also where its owner is told of as before", () => {
  showPresent(view, [page("Mei", 3)]);
  view.dispatch({ changes: { from: 0, insert: "ab" } });
  assert.deepEqual(drawn(), [[5, 5, "Mei"]]);
  showPresent(view, [page("Mei", 3), page("Lok", 1)]);
  assert.deepEqual(drawn(), [[1, 1, "Lok"], [5, 5, "Mei"]]);
  showPresent(view, [page("Mei", 4)]);
  assert.deepEqual(drawn(), [[4, 4, "Mei"]]);
});

test("a caret beyond the end, from a text that is longer elsewhere, is drawn at the end", () => {
  showPresent(view, [page("Mei", 99)]);
  assert.deepEqual(drawn(), [[10, 10, "Mei"]]);
});

test("a person with two pages is one, typing if they type in either, and one's own pages are nobody", () => {
  const pages = [page("a", 1, { person: "mei", name: "Mei", isTyping: true }), page("b", null, { person: "mei", name: "Mei" }), page("c", 2, { isMine: true })];
  assert.deepEqual(peopleOf(pages), [{ person: "mei", name: "Mei", colour: 1, isTyping: true }]);
});

test("two people of one name are two", () => {
  assert.equal(peopleOf([page("a", 1, { name: "Mei" }), page("b", 2, { name: "Mei" })]).length, 2);
});
