import { countOf } from "./count.js";
import { say } from "./words.js";

const calm = 400;

/** The line under the text. It counts when typing rests, since it reads the whole text. */
export class CountLine {
  #host;
  #words;
  #view;
  #count;
  #timer;
  #frame;

  /** @param {{host: HTMLElement, words: Record<string, string>, view: import("@codemirror/view").EditorView}} given */
  constructor({ host, words, view }) {
    this.#host = host;
    this.#words = words;
    this.#view = view;
    this.#count = countOf(view.state.doc.toString());
    this.#show();
  }

  /** @param {import("@codemirror/view").ViewUpdate} update */
  follow(update) {
    if (update.docChanged) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#whenIdle(), calm);
    }
    if (update.selectionSet) this.#frame ??= requestAnimationFrame(() => this.#show());
  }

  close() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  #whenIdle() {
    const count = () => {
      this.#count = countOf(this.#view.state.doc.toString());
      this.#show();
    };
    if (globalThis.requestIdleCallback) requestIdleCallback(count, { timeout: 2000 });
    else count();
  }

  #show() {
    this.#frame = undefined;
    const { words, minutes, links } = this.#count;
    const line = this.#view.state.doc.lineAt(this.#view.state.selection.main.head).number;
    this.#host.textContent = say(this.#words, "count", words.toLocaleString("en"), minutes, links, line);
  }
}
