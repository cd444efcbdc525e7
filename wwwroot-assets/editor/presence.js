// Where the others' carets are. Positions are those of the body; they move with the text until their owner tells anew.
import { StateEffect, StateField, Transaction } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType } from "@codemirror/view";

const colours = 8;
const arrived = StateEffect.define();

/**
 * A page that has the article open.
 * @typedef {object} PresentPage
 * @property {string} id
 * @property {string} person   of whose it is
 * @property {boolean} isMine  another page of this very person
 * @property {string} name
 * @property {number} colour
 * @property {number | null} anchor  of its selection in the body; null while it is elsewhere
 * @property {number | null} head
 * @property {string | null} field   of the form
 * @property {boolean} isTyping
 */

/** Shows the others' carets, and watches this person's. @param {import("./own-place.js").OwnPlace} own */
export function presence(own) {
  return [carets, ViewPlugin.define(view => {
    own.caret = () => {
      const { anchor, head } = view.state.selection.main;
      return view.hasFocus ? { anchor, head } : null;
    };
    return {
      update(update) {
        if (update.selectionSet || update.focusChanged) own.moved();
        else if (update.docChanged) own.drifted();
      },
      destroy() {
        own.caret = () => null;
      },
    };
  })];
}

/** Watches for keys of this person's own. @param {import("./own-place.js").OwnPlace} own */
export function typing(own) {
  return EditorView.updateListener.of(({ transactions }) => {
    if (transactions.some(each => each.docChanged && !each.annotation(Transaction.remote))) own.types();
  });
}

/** @param {import("@codemirror/view").EditorView} view  @param {PresentPage[]} present */
export function showPresent(view, present) {
  view.dispatch({ effects: arrived.of(present) });
}

/** The class that sets a person's colour. @param {number} colour */
export function colourClass(colour) {
  return `np-colour-${colour % colours}`;
}

const carets = StateField.define({
  create: () => [],
  update(shown, transaction) {
    const moved = transaction.docChanged ? shown.map(caret => along(caret, transaction.changes)) : shown;
    const news = transaction.effects.find(effect => effect.is(arrived));
    return news ? caretsOf(news.value, moved, transaction.newDoc.length) : moved;
  },
  provide: field => EditorView.decorations.from(field, decorate),
});

function along(caret, changes) {
  return { ...caret, anchor: changes.mapPos(caret.anchor, 1), head: changes.mapPos(caret.head, 1) };
}

/** Who tells the same as before has not moved: theirs has gone along with the text since, which the server does not know. */
function caretsOf(present, shown, length) {
  const known = new Map(shown.map(caret => [caret.told.id, caret]));
  return present.filter(page => page.head !== null && page.head !== undefined).map(told => {
    const before = known.get(told.id);
    const isSame = before && before.told.anchor === told.anchor && before.told.head === told.head;
    const { anchor, head } = isSame ? before : told;
    return { told, anchor: Math.min(anchor, length), head: Math.min(head, length) };
  });
}

function decorate(shown) {
  const ranges = [];
  for (const { told, anchor, head } of shown) {
    const colour = colourClass(told.colour);
    if (anchor !== head) {
      const mark = Decoration.mark({ class: `np-selected ${colour}` });
      ranges.push(mark.range(Math.min(anchor, head), Math.max(anchor, head)));
    }
    ranges.push(Decoration.widget({ widget: new Caret(told.name, colour), side: 1 }).range(head));
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
    caret.className = `np-caret ${this.colour}`;
    caret.setAttribute("aria-hidden", "true");
    caret.dataset.name = this.name;
    return caret;
  }

  ignoreEvent() {
    return true;
  }
}
