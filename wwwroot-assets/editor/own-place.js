// Where this person is in the article: told to the others at most five times a second.

const pause = 200;
/** After others' changes have moved the caret along: only who comes later needs to know. */
const slowPause = 1000;
/** Whoever has rested for so long is reading. */
const rest = 3000;

/** @typedef {{anchor?: number, head?: number, field?: string, isTyping: boolean}} Place */

export class OwnPlace {
  #tell;
  #told = "";
  #timer = null;
  #dueAt = Infinity;
  #resting = null;
  #field = null;
  #isTyping = false;

  /** Where the caret is; null while it is not in the text. @type {() => {anchor: number, head: number} | null} */
  caret = () => null;

  /** @param {(place: Place) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /** The caret was moved, came into the text or left it. */
  moved() {
    this.#tellIn(pause);
  }

  drifted() {
    this.#tellIn(slowPause);
  }

  /** @param {string | null} key  null: in none */
  inField(key) {
    this.#field = key;
    this.#tellIn(pause);
  }

  types() {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#rests(), rest);
    if (this.#isTyping) return;
    this.#isTyping = true;
    this.#tellIn(pause);
  }

  /** On a new connection nothing is known. */
  again() {
    this.#told = "";
    this.#tellIn(pause);
  }

  close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#resting);
  }

  #rests() {
    this.#isTyping = false;
    this.#tellIn(pause);
  }

  #tellIn(milliseconds) {
    const dueAt = performance.now() + milliseconds;
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => this.#tellNow(), milliseconds);
  }

  #tellNow() {
    this.#dueAt = Infinity;
    const place = { ...this.caret(), ...(this.#field === null ? {} : { field: this.#field }), isTyping: this.#isTyping };
    const spelt = JSON.stringify(place);
    if (spelt === this.#told) return;
    this.#told = spelt;
    this.#tell(place);
  }
}
