import { fencesAfter, fencesOfDoc } from "./fences.js";
import { TextPane } from "./text-pane.js";
import { outward } from "./window-changes.js";

/** The whole file and the panes that show parts of it: a change of one is carried to all. */
export class Manuscript {
  #authority;
  #fences;
  #panes = new Set();
  #written;
  #awaited = new Set();
  #arrival = null;

  /** @param {import("./authority.js").Authority} authority */
  constructor(authority) {
    this.#authority = authority;
    this.#fences = fencesOfDoc(authority.doc);
    authority.onChange = (changes, doc, clientId) => this.#spread(changes, doc, null, clientId);
  }

  /** Where, in the whole file, the newest change of an awaited client now lies; null when none came. */
  get arrival() {
    return this.#arrival;
  }

  /** The changes of this client are to be found again. */
  await(clientId) {
    this.#awaited.add(clientId);
  }

  /**
   * @param {import("./text-pane.js").Window} window
   * @param {import("./mark.js").Mark | null} mark  of this window, in the text as it is now
   * @returns {TextPane}
   */
  open(window, extensions, mark = null) {
    const pane = new TextPane({
      window, extensions, mark, doc: this.#authority.doc, fences: this.#fences,
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

  #spread(changes, doc, source, clientId) {
    this.#fences = fencesAfter(this.#fences, changes, doc);
    if (this.#arrival !== null) this.#arrival = changes.mapPos(this.#arrival);
    if (this.#awaited.has(clientId)) changes.iterChangedRanges((fromA, toA, fromB) => (this.#arrival = fromB));
    for (const pane of this.#panes) pane.follow(changes, doc, this.#fences, source);
  }
}
