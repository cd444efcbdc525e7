import { fencesAfter, fencesOfDoc } from "./fences.js";
import { TextPane } from "./text-pane.js";
import { outward } from "./window-changes.js";

/** The whole file and the panes that show parts of it: a change of one is carried to all. */
export class Manuscript {
  #authority;
  #fences;
  #panes = new Set();

  /** @param {import("./authority.js").Authority} authority */
  constructor(authority) {
    this.#authority = authority;
    this.#fences = fencesOfDoc(authority.doc);
    authority.onChange = (changes, doc) => this.#spread(changes, doc, null);
  }

  /** @param {import("./text-pane.js").Window} window  @returns {TextPane} */
  open(window, extensions) {
    const pane = new TextPane({
      window, extensions, doc: this.#authority.doc, fences: this.#fences,
      write: (source, changes) => this.#write(source, changes),
    });
    this.#panes.add(pane);
    return pane;
  }

  close(pane) {
    this.#panes.delete(pane);
    pane.view.destroy();
  }

  #write(source, changes) {
    const outwardChanges = outward(changes, source.span.from, this.#authority.doc.length);
    this.#authority.write(outwardChanges);
    this.#spread(outwardChanges, this.#authority.doc, source);
  }

  #spread(changes, doc, source) {
    this.#fences = fencesAfter(this.#fences, changes, doc);
    for (const pane of this.#panes) pane.follow(changes, doc, this.#fences, source);
  }
}
