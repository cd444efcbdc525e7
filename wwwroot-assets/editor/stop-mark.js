// The line at which Hugo stopped, marked while that stands. It moves with the text, and goes when nothing of it is left.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";

const told = StateEffect.define();
const farthest = 200;

/** @typedef {{from: number, to: number, message: string}} Stop  what is left of the line, and why */

export const stopMark = StateField.define({
  /** @returns {Stop | null} */
  create: () => null,
  update(stop, { changes, effects }) {
    for (const effect of effects) {
      if (effect.is(told)) return effect.value;
    }
    return stop && !changes.empty ? moved(stop, changes) : stop;
  },
  provide: field => EditorView.decorations.compute(["doc", field], state => decorate(state, state.field(field))),
});

/**
 * The text may have gone on since Hugo read it: the line is the nearest that reads as it did. Where there is none, nothing is marked.
 * @param {import("@codemirror/state").EditorState} state
 * @param {number | null} number  1-based; null takes the mark away
 * @param {string | null} text  what the line read  @param {string | null} message
 * @returns {import("@codemirror/state").TransactionSpec}
 */
export function markStop(state, number, text, message) {
  const line = number === null ? null : nearest(state.doc, number, text);
  return { effects: told.of(line && { from: line.from, to: line.to, message }) };
}

/** The marked line's number and message, for tests and tools; null: there is none. @param {import("@codemirror/state").EditorState} state */
export function stopOf(state) {
  const found = state.field(stopMark);
  return found && { line: state.doc.lineAt(found.from).number, message: found.message };
}

function nearest(doc, number, text) {
  for (let away = 0; away <= farthest; away++) {
    for (const each of [number - away, number + away]) {
      if (each >= 1 && each <= doc.lines && doc.line(each).text === text) return doc.line(each);
    }
  }
  return null;
}

/** What is written at either end of the line is not part of what stopped; an empty line has nothing but its place. */
function moved({ from, to, message }, changes) {
  let isGone = false;
  changes.iterChangedRanges((fromA, toA) => (isGone ||= fromA <= from && toA >= to && toA > fromA));
  if (isGone) return null;
  const start = changes.mapPos(from, 1);
  return { from: start, to: Math.max(start, changes.mapPos(to, -1)), message };
}

function decorate(state, found) {
  if (!found) return Decoration.none;
  const { from } = state.doc.lineAt(found.from);
  const line = Decoration.line({ class: "np-stop", attributes: { title: found.message } });
  return Decoration.set([line.range(from), Decoration.widget({ widget: new Sign(found.message), side: -1 }).range(from)]);
}

/** Before the line's first character, so that whoever reads the line by ear hears it first. */
class Sign extends WidgetType {
  constructor(message) {
    super();
    this.message = message;
  }

  eq(other) {
    return other.message === this.message;
  }

  toDOM() {
    const sign = document.createElement("span");
    sign.className = "np-stop-sign";
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", this.message);
    sign.title = this.message;
    sign.textContent = "⚠";
    return sign;
  }
}
