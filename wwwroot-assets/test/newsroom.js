import { ChangeSet } from "@codemirror/state";
import { decode, encode } from "../editor/authority.js";
import { rebaseOver } from "../editor/rebase.js";
import { textOf } from "./random.js";

/** The server's half in memory, by CodeMirror's own rules; what the real one must do is told in the hub's contract. */
export class Newsroom {
  updates = [];
  standing = { mayWrite: true, why: null };
  refusal = null;
  /** @type {Set<(fromVersion: number, updates: object[]) => void>} */
  listeners = new Set();

  /** @param {string} text */
  constructor(text, page = 50) {
    this.text = text;
    this.doc = textOf(text);
    this.page = page;
  }

  get version() {
    return this.updates.length;
  }

  since(version) {
    const updates = this.updates.slice(version, version + this.page).map(encode);
    return { version: this.version, updates, more: version + updates.length < this.version };
  }

  push(version, sent) {
    if (this.refusal) return { version: this.version, savedAt: null, refused: this.refusal, isLasting: true };
    const before = this.version;
    for (const update of rebaseOver(sent.map(decode), this.updates.slice(version))) {
      this.doc = update.changes.apply(this.doc);
      this.updates.push({ clientID: update.clientID, changes: update.changes });
    }
    const news = this.updates.slice(before).map(encode);
    if (news.length > 0) for (const listener of this.listeners) listener(before, news);
    return { version: this.version, savedAt: "2026-03-01T06:32:05Z", refused: null };
  }

  /** Somebody else's change. */
  change(from, to, insert, clientID = "somebody") {
    const changes = ChangeSet.of({ from, to, insert: textOf(insert) }, this.doc.length);
    return this.push(this.version, [encode({ clientID, changes })]);
  }
}

/**
 * A line to the newsroom on which every message waits until it is let through, or is lost.
 * Messages of one direction keep their order, as on a socket.
 */
export class Line {
  #newsroom;
  /** @type {(() => void)[]} */
  out = [];
  /** @type {(() => void)[]} */
  back = [];
  #lost = [];
  #heard = null;

  constructor(newsroom) {
    this.#newsroom = newsroom;
  }

  join(articleId, version) {
    return this.#ask(() => {
      this.#newsroom.listeners.delete(this.#heard);
      this.#heard = (from, updates) => this.back.push(() => this.hear(from, updates));
      this.#newsroom.listeners.add(this.#heard);
      return { ...this.#newsroom.since(version), standing: this.#newsroom.standing };
    });
  }

  updates(articleId, version) {
    return this.#ask(() => this.#newsroom.since(version));
  }

  push(articleId, version, updates) {
    const sent = structuredClone(updates);
    return this.#ask(() => this.#newsroom.push(version, sent));
  }

  /** Told of the others' updates. */
  hear = () => {};

  /** One message onward; false where none waits. */
  async step(direction) {
    const message = this[direction].shift();
    message?.();
    await turn();
    return message !== undefined;
  }

  /** What is on the way is lost, whether it had reached the newsroom or not. */
  async cut() {
    this.#newsroom.listeners.delete(this.#heard);
    this.out = [];
    this.back = [];
    for (const fail of this.#lost.splice(0)) fail(new Error("The connection was lost."));
    await turn();
  }

  #ask(question) {
    return new Promise((resolve, reject) => {
      this.#lost.push(reject);
      this.out.push(() => {
        const answer = question();
        this.back.push(() => resolve(answer));
      });
    });
  }
}

/** Lets all promises that are settled go on. */
export function turn() {
  return new Promise(resolve => setImmediate(resolve));
}
