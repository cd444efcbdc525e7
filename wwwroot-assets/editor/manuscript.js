import { fencesAfter, fencesOfDoc } from "./fences.js";
import { TextPane } from "./text-pane.js";
import { outward } from "./window-changes.js";

/** The whole file and the panes that show parts of it: a change of one is carried to all. */
export class Manuscript {
  #authority;
  #fences;
  #panes = new Set();
  #written;

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
      wrote: source => this.#spread(this.#written, this.#authority.doc, source),
    });
    this.#panes.add(pane);
    return pane;
  }

  close(pane) {
    this.#panes.delete(pane);
    pane.view.destroy();
  }

  #write(source, changes) {
    this.#written = outward(changes, source.span, this.#authority.doc.length);
    this.#authority.write(this.#written);
  }

  #spread(changes, doc, source) {
    this.#fences = fencesAfter(this.#fences, changes, doc);
    for (const pane of this.#panes) pane.follow(changes, doc, this.#fences, source);
  }
}
