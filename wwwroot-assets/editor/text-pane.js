// A CodeMirror view over a window of the whole file. CodeMirror's own history is the pane's: undo takes back what was typed
// in it, never what came from elsewhere.
import { Annotation, EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { stateFrom } from "./mark.js";
import { difference, inward } from "./window-changes.js";

const mirrored = Annotation.define();

/** @typedef {(fences: import("./fences.js").Fences, length: number) => import("./window-changes.js").Span} Window */

/** @type {Window} */
export const bodyWindow = (fences, length) => ({ from: fences.bodyFrom, to: length });

/** Where nothing at all stands between the fences, what is typed needs a line break before the closing one. @type {Window} */
export const frontMatterWindow = fences => ({
  from: fences.innerFrom,
  to: fences.innerTo,
  ending: fences.fenceFrom > 0 && fences.fenceFrom === fences.innerFrom ? "\n" : "",
});

export class TextPane {
  #window;

  /**
   * @param {object} given
   * @param {Window} given.window
   * @param {import("@codemirror/state").Text} given.doc  the whole file
   * @param {import("./fences.js").Fences} given.fences
   * @param {import("@codemirror/state").Extension} given.extensions
   * @param {import("./mark.js").Mark | null} given.mark
   * @param {(pane: TextPane, changes: import("@codemirror/state").ChangeSet) => void} given.write  what is typed here, before it shows
   * @param {(pane: TextPane) => void} given.wrote  once it shows
   */
  constructor({ window, doc, fences, extensions, mark, write, wrote }) {
    this.#window = window;
    this.span = window(fences, doc.length);
    const shown = doc.slice(this.span.from, this.span.to);
    const config = { extensions: [EditorState.lineSeparator.of("\n"), extensions] };
    this.view = new EditorView({
      state: mark ? stateFrom(mark, shown, config) : EditorState.create({ doc: shown, ...config }),
      dispatchTransactions: (transactions, view) => {
        const typed = transactions.filter(each => each.docChanged && !each.annotation(mirrored)).map(each => each.changes);
        // Sent first: the server works while the view does. Both are in the key's own task.
        if (typed.length > 0) write(this, typed.reduce((all, next) => all.compose(next)));
        view.update(transactions);
        if (typed.length > 0) wrote(this);
      },
    });
  }

  /**
   * Shows a change of the whole file; the pane it was typed in only learns where its window now lies.
   * @param {import("@codemirror/state").ChangeSet} changes
   * @param {import("@codemirror/state").Text} doc  @param {import("./fences.js").Fences} fences
   * @param {TextPane | null} source
   */
  follow(changes, doc, fences, source) {
    const before = this.span;
    const after = this.#window(fences, doc.length);
    this.span = after;
    if (source === this) {
      const asTyped = after.from === before.from && after.to - after.from === this.view.state.doc.length;
      if (asTyped) return;
    } else {
      const seen = inward(changes, before, after);
      if (seen) {
        if (!seen.empty) this.#show(seen);
        return;
      }
    }
    // An edge moved under the text, as when a fence is typed: only the texts themselves tell what changed here.
    this.#show(difference(this.view.state.doc, doc.slice(after.from, after.to)));
  }

  #show(changes) {
    this.view.dispatch({
      changes,
      annotations: [mirrored.of(true), Transaction.addToHistory.of(false), Transaction.remote.of(true)],
      filter: false,
    });
  }
}
