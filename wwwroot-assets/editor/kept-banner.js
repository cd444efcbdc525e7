import { passagesOf } from "./kept-text.js";
import { WaysOut } from "./ways-out.js";
import { say } from "./words.js";

/**
 * Above the text: says what dead pages brought in, and offers elsewhere what the server does not take. It is quiet, and takes no
 * focus. Its words: arrived ({0} units in, {1} out), show, close, tooMuch ({0} MB), notTaken ({0} units, {1} why), and those of
 * ways-out.js.
 */
export class KeptBanner {
  #host;
  #words;
  #session;
  #goTo;
  #most;
  #parts = { arrived: "", paste: "", live: "", dead: "" };
  #dismissed = 0;

  /**
   * @param {object} given
   * @param {HTMLElement} given.host
   * @param {import("./session.js").Session} given.session
   * @param {(position: number) => void} given.goTo  shows a place of the whole file
   */
  constructor({ host, words, mostBytes, session, goTo }) {
    this.#host = host;
    this.#words = words;
    this.#most = mostBytes / 1024 / 1024;
    this.#session = session;
    this.#goTo = goTo;
    host.replaceChildren();
  }

  show() {
    const { authority, arrived, refused } = this.#session;
    const came = arrived.added + arrived.removed;
    this.#put("arrived", came > this.#dismissed ? say(this.#words, "arrived", arrived.added, arrived.removed) : "", line => this.#arrived(line));
    const why = whyNot(authority);
    const typed = why === null ? 0 : lengthOf(passagesOf(authority.unconfirmed));
    this.#put("live", why === null ? "" : say(this.#words, "notTaken", typed, say(this.#words, why)), line => this.#live(line));
    const dead = refused.filter(each => each.forGood);
    const left = dead.reduce((sum, { record }) => sum + record.updates.length, 0);
    this.#put("dead", left === 0 ? "" : say(this.#words, "leftBehind", left, dead[0].why), line => this.#dead(line));
  }

  /** What was just pasted would have been too much for the file. */
  refusePaste() {
    this.#put("paste", "");
    this.#put("paste", say(this.#words, "tooMuch", this.#most), line => line.append(this.#button("close", () => this.#put("paste", ""))));
  }

  #arrived(line) {
    line.append(
      this.#button("show", () => this.#goTo(this.#session.manuscript.arrival ?? 0)),
      this.#button("close", () => {
        const { arrived } = this.#session;
        this.#dismissed = arrived.added + arrived.removed;
        this.show();
      }),
    );
  }

  #live(line) {
    const { authority } = this.#session;
    new WaysOut({
      words: this.#words, articleId: authority.articleId, text: async () => authority.doc.toString(),
      forget: () => this.#session.giveUp(), gone: () => location.reload(),
    }).addTo(line);
  }

  #dead(line) {
    new WaysOut({
      words: this.#words, articleId: this.#session.authority.articleId, text: () => this.#session.refusedText(),
      forget: () => this.#session.forgetRefused(), gone: () => {},
    }).addTo(line);
  }

  /** A line is made anew only when its words differ: a button that somebody is about to press stays where it is. */
  #put(part, text, fill) {
    if (this.#parts[part] === text) return;
    this.#parts[part] = text;
    this.#host.querySelector(`[data-part="${part}"]`)?.remove();
    if (text === "") return;
    const line = document.createElement("p");
    line.dataset.part = part;
    const words = document.createElement("span");
    words.textContent = text;
    line.append(words);
    fill(line);
    this.#host.append(line);
  }

  #button(word, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say(this.#words, word);
    button.addEventListener("click", act);
    return button;
  }
}

/** Why what is typed here will not be saved however long one waits, as words or a word's key; null where it may be. */
function whyNot(authority) {
  if (authority.unconfirmed.length === 0) return null;
  if (authority.broken) return "noLongerFits";
  if (authority.refusedForGood) return authority.refused;
  return authority.joined && !authority.standing.mayWrite ? (authority.standing.why ?? "readOnly") : null;
}

function lengthOf(passages) {
  return passages.reduce((sum, passage) => sum + passage.length, 0);
}
