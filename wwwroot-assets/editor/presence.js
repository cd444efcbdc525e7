// Where the others' carets are. Positions are those of the body; they move with the text until their owner tells anew.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";

const pause = 200;
const colours = 8;
const arrived = StateEffect.define();

/** @typedef {{id: string, name: string, colour: number, anchor: number, head: number}} Person */

/**
 * @param {(caret: {anchor: number, head: number} | null) => void} tell  this person's own caret, at most five times a second
 */
export function presence(tell) {
  return [people, ViewPlugin.define(() => new OwnCaret(tell))];
}

/** @param {import("@codemirror/view").EditorView} view  @param {Person[]} present */
export function showPresent(view, present) {
  view.dispatch({ effects: arrived.of(present) });
}

class OwnCaret {
  #tell;
  #timer = null;

  constructor(tell) {
    this.#tell = tell;
  }

  update(update) {
    const moved = update.selectionSet || update.focusChanged;
    if (!moved || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const { anchor, head } = update.view.state.selection.main;
      this.#tell(update.view.hasFocus ? { anchor, head } : null);
    }, pause);
  }

  destroy() {
    clearTimeout(this.#timer);
  }
}

const people = StateField.define({
  create: () => Decoration.none,
  update(carets, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(arrived)) return caretsOf(effect.value, transaction.state.doc.length);
    }
    return carets.map(transaction.changes);
  },
  provide: field => EditorView.decorations.from(field),
});

function caretsOf(present, length) {
  const ranges = [];
  for (const person of present) {
    if (person.head === null || person.head === undefined) continue;
    const head = Math.min(person.head, length);
    const anchor = Math.min(person.anchor ?? head, length);
    const colour = person.colour % colours;
    if (anchor !== head) {
      const mark = Decoration.mark({ class: `np-selected np-colour-${colour}` });
      ranges.push(mark.range(Math.min(anchor, head), Math.max(anchor, head)));
    }
    ranges.push(Decoration.widget({ widget: new Caret(person.name, colour), side: 1 }).range(head));
  }
  return Decoration.set(ranges, true);
}

class Caret extends WidgetType {
  constructor(name, colour) {
    super();
    this.name = name;
    this.colour = colour;
  }

  eq(other) {
    return other.name === this.name && other.colour === this.colour;
  }

  toDOM() {
    const caret = document.createElement("span");
    caret.className = `np-caret np-colour-${this.colour}`;
    caret.setAttribute("aria-hidden", "true");
    caret.dataset.name = this.name;
    return caret;
  }

  ignoreEvent() {
    return true;
  }
}
