import { say } from "./words.js";

const patience = 1500;

/** Says whether the text is safe. "Saved" is shown only when nothing is unconfirmed: the server has committed all of it. */
export class SaveLine {
  #host;
  #words;
  #time;
  #timer;

  /** @param {{host: HTMLElement, words: Record<string, string>, timeZone: string}} given */
  constructor({ host, words, timeZone }) {
    this.#host = host;
    this.#words = words;
    this.#time = new Intl.DateTimeFormat("en-GB", {
      timeZone, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
    });
  }

  /**
   * @param {import("./authority.js").Authority} authority
   * @param {{signedOut: boolean, left: number, silence: number}} page  left: rows of dead pages that were refused; silence:
   *   milliseconds since the server was heard
   */
  show(authority, page) {
    clearTimeout(this.#timer);
    const count = authority.unconfirmed.length;
    const waited = authority.pushedAt === null ? 0 : performance.now() - authority.pushedAt;
    if (authority.broken) return this.#put("refused", say(this.#words, "broken", count));
    if (page.signedOut) return this.#put("refused", say(this.#words, "signedOut", count));
    if (!authority.met && count === 0) return this.#put("saving", say(this.#words, "connecting"));
    const late = waited >= patience;
    if (!authority.joined || (late && page.silence >= patience)) return this.#put("offline", say(this.#words, "offline", count));
    if (authority.refused !== null) return this.#put("refused", say(this.#words, authority.refused));
    if (count > 0 && !authority.standing.mayWrite) {
      return this.#put("refused", say(this.#words, authority.standing.why ?? "readOnly"));
    }
    if (count > 0) {
      this.#timer = setTimeout(() => this.show(authority, page), late ? patience : patience - waited);
      return late ? this.#put("late", say(this.#words, "late", count)) : this.#put("saving", say(this.#words, "saving"));
    }
    if (page.left > 0) return this.#put("refused", say(this.#words, "left", page.left));
    if (authority.savedAt === null) return this.#put("saved", "");
    this.#put("saved", say(this.#words, "saved", this.#time.format(new Date(authority.savedAt))));
  }

  close() {
    clearTimeout(this.#timer);
  }

  #put(state, text) {
    if (this.#host.dataset.state !== state) this.#host.dataset.state = state;
    if (this.#host.textContent !== text) this.#host.textContent = text;
  }
}
