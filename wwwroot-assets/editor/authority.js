// The browser's half of the conversation with the authority: the whole file, what is confirmed of it and what is not.
import { ChangeSet, EditorState, Text } from "@codemirror/state";
import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";
import { firstBatch, inPortions } from "./portions.js";

/**
 * An update as it travels: who made it, and CodeMirror's JSON of the change.
 * @typedef {{c: string, u: unknown}} SentUpdate
 */
/**
 * @typedef {object} Wire  what carries the conversation
 * @property {(articleId: number, version: number) => Promise<Catch & {standing: Standing, savedAt?: string}>} join
 * @property {(articleId: number, version: number) => Promise<Catch>} updates
 * @property {(articleId: number, version: number, updates: SentUpdate[]) => Promise<Answer>} push
 */
/** @typedef {{version: number, updates: SentUpdate[], more: boolean}} Catch */
/** @typedef {{version: number, savedAt: string | null, refused: string | null, isLasting?: boolean}} Answer  isLasting: asking again is no use */
/** @typedef {{mayWrite: boolean, why?: string | null}} Standing */

export class Authority {
  #wire;
  #pending;
  #state;
  #joined = false;
  #pushing = false;
  #catchingUp = null;
  #missed = false;
  #held = false;

  /** When the push on its way was sent, by performance.now(); null when none is. */
  pushedAt = null;
  /** The server's time of the last commit, ISO; null before the first. */
  savedAt = null;
  /** @type {Standing} */
  standing = { mayWrite: true, why: null };
  /** Why the last push was refused, in words or a word's key; null when it was not. It stays until one is taken. */
  refused = null;
  /** Whether that refusal stands however often it is tried. */
  refusedForGood = false;
  /** What came does not fit the text here: nothing more is sent, and only loading the page anew helps. */
  broken = false;
  /** Whether the authority was ever reached. */
  met = false;
  /** Told of each change that others made: (changes, the whole file after it, the client that made it). */
  onChange = () => {};
  /** Told when anything above differs. */
  onProgress = () => {};

  /**
   * @param {{articleId: number, clientId: string, text: string, version: number, wire: Wire,
   *   pending: import("./pending.js").PendingRow}} given
   */
  constructor({ articleId, clientId, text, version, wire, pending }) {
    this.articleId = articleId;
    this.clientId = clientId;
    this.#wire = wire;
    this.#pending = pending;
    this.#state = EditorState.create({
      doc: Text.of(text.split("\n")),
      extensions: [collab({ startVersion: version, clientID: clientId }), EditorState.lineSeparator.of("\n")],
    });
  }

  get doc() {
    return this.#state.doc;
  }

  /** The version up to which this page and the authority agree. */
  get version() {
    return getSyncedVersion(this.#state);
  }

  get unconfirmed() {
    return sendableUpdates(this.#state);
  }

  get joined() {
    return this.#joined;
  }

  /**
   * Takes a change made here: sent when nothing is on its way, and kept on this computer, both in the key's own task. The socket's
   * thread comes first since it works while this one begins to keep (0.7 ms): a page that dies between the two lines and loses its
   * connection in the same breath loses one key.
   */
  write(changes) {
    for (const portion of inPortions(changes)) this.#state = this.#state.update({ changes: portion }).state;
    this.push();
    this.#keep();
    this.onProgress();
  }

  /** Takes what the authority made of everybody's changes; what is known already is passed over. */
  receive(fromVersion, updates) {
    const known = this.version - fromVersion;
    if (known < 0) {
      this.#missed = true;
      // Where the connection fails on the way, the next one joins anew.
      if (this.#joined) this.catchUp().catch(() => {});
      return;
    }
    const news = updates.slice(known);
    for (const update of news) if (!this.broken) this.#apply(update);
    if (news.length > 0) this.#keep();
    this.onProgress();
  }

  /** After each connection: fetches what was missed, then sends what is unconfirmed. */
  async join() {
    this.#joined = false;
    this.#missed = false;
    const version = this.version;
    const answer = await this.#wire.join(this.articleId, version);
    this.#release();
    this.standing = answer.standing;
    this.savedAt = answer.savedAt ?? this.savedAt;
    this.receive(version, answer.updates);
    this.#joined = this.met = true;
    if (answer.more || this.#missed) await this.catchUp();
    this.push();
    this.onProgress();
  }

  leave() {
    this.#joined = false;
    this.onProgress();
  }

  /** Someone gave or took the right to write here. */
  stand(standing) {
    this.standing = standing;
    this.#release();
    this.push();
    this.onProgress();
  }

  /** After a refusal that may have passed, such as a full disk. */
  retry() {
    this.#held = false;
    this.push();
  }

  catchUp() {
    return (this.#catchingUp ??= this.#fetchMissed().finally(() => (this.#catchingUp = null)));
  }

  async push() {
    const updates = this.unconfirmed;
    const mayPush = this.#joined && !this.#pushing && !this.broken && this.standing.mayWrite && !this.#held;
    if (!mayPush || updates.length === 0) return;
    this.#pushing = true;
    this.pushedAt = performance.now();
    const base = this.version;
    const batch = firstBatch(updates, encode);
    try {
      await this.#take(await this.#wire.push(this.articleId, base, batch), base, batch);
    } catch {
      // Where the connection was lost, joining anew takes this back.
      this.#refuse("notSaved", false);
    }
    this.#pushing = false;
    this.pushedAt = null;
    this.push();
    this.onProgress();
  }

  async #take(answer, base, batch) {
    if (answer.refused) return this.#refuse(answer.refused, answer.isLasting ?? false);
    this.#release();
    this.savedAt = answer.savedAt ?? this.savedAt;
    const alone = answer.version === base + batch.length;
    if (alone && this.version === base) this.receive(base, batch);
    else if (this.version < answer.version) await this.catchUp();
  }

  async #fetchMissed() {
    let answer;
    do {
      this.#missed = false;
      const version = this.version;
      answer = await this.#wire.updates(this.articleId, version);
      this.receive(version, answer.updates);
    } while ((answer.more || this.#missed) && !this.broken);
  }

  /** One update at a time, as the authority rebases: see rebase.js. */
  #apply(update) {
    let transaction;
    try {
      transaction = receiveUpdates(this.#state, [decode(update)]);
      this.#state = transaction.state;
    } catch (error) {
      console.error(error);
      this.broken = true;
      return;
    }
    if (!transaction.changes.empty) this.onChange(transaction.changes, this.doc, update.c);
  }

  #refuse(why, forGood) {
    this.refused = why;
    this.refusedForGood = forGood;
    this.#held = true;
  }

  #release() {
    this.refused = null;
    this.refusedForGood = this.#held = false;
  }

  #keep() {
    this.#pending.keep(this.version, this.unconfirmed.map(encode));
  }
}

/** What is unconfirmed is written at each key; the longest of it does not change. @type {WeakMap<object, SentUpdate>} */
const encoded = new WeakMap();

/** @returns {SentUpdate} */
export function encode(update) {
  let sent = encoded.get(update);
  if (!sent) encoded.set(update, (sent = { c: update.clientID, u: update.changes.toJSON() }));
  return sent;
}

/** @param {SentUpdate} sent */
export function decode(sent) {
  return { clientID: sent.c, changes: ChangeSet.fromJSON(sent.u) };
}
