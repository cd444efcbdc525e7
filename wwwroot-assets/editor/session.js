import { Preview } from "../preview/preview.js";
import { Authority } from "./authority.js";
import { wholeTextOf } from "./kept-text.js";
import { load } from "./load.js";
import { Manuscript } from "./manuscript.js";
import { leaveMark, takeMark } from "./mark.js";
import { drainOrphans, holdLock } from "./orphans.js";
import { forget, openPending, pendingOf, PendingRow } from "./pending.js";

const drainPause = 10_000;

/** One article's conversation with the server, from the first load to the last acknowledgement. */
export class Session {
  #connection;
  #database;
  #person;
  #articleId;
  #clientId = freshId();
  #row;
  #releaseLock;
  #closed = false;
  #again;

  /** What the server did not take of what dead pages left; it stays in this browser. @type {import("./orphans.js").Drained["refused"]} */
  refused = [];
  /** What dead pages brought in since this page was opened, in UTF-16 units. */
  arrived = { added: 0, removed: 0 };
  /** Where the writer was before the page was loaded anew. @type {import("./mark.js").Mark | null} */
  mark = null;
  onProgress = () => {};
  /** After each connection. */
  onJoined = () => {};
  /** @type {(pages: import("./presence.js").PresentPage[]) => void} */
  onPresent = () => {};

  /** @param {import("./connection.js").Connection} connection  @param {import("./index.js").DeskOptions} options */
  static async open(connection, options) {
    const [database, { text, version, mark }] = await Promise.all([openPending().catch(() => null), loadWithMark(options)]);
    const session = new Session(connection, database, options, text, version);
    session.mark = mark;
    return session;
  }

  constructor(connection, database, { articleId, person, words }, text, version) {
    this.#connection = connection;
    this.#database = database;
    this.#person = person;
    this.#articleId = articleId;
    this.#releaseLock = holdLock(this.#clientId);
    this.#row = new PendingRow(database, { clientId: this.#clientId, person, article: articleId });
    this.authority = new Authority({ articleId, clientId: this.#clientId, text, version, wire: connection, pending: this.#row });
    this.manuscript = new Manuscript(this.authority);
    this.preview = new Preview({ words, askForAll: () => connection.preview(articleId) });
    this.authority.onProgress = () => this.onProgress();
    connection.open(articleId, {
      connected: () => this.#connected(),
      disconnected: () => this.#disconnected(),
      updates: (from, updates) => this.authority.receive(from, updates),
      preview: message => this.preview.take(message),
      present: pages => this.onPresent(pages),
      standing: standing => this.authority.stand(standing),
    });
  }

  get signedOut() {
    return this.#connection.signedOut;
  }

  get silence() {
    return this.#connection.silence;
  }

  /** How many rows of dead pages were refused. */
  get left() {
    return this.refused.length;
  }

  /** @param {import("./own-place.js").Place} place */
  see(place) {
    if (this.authority.joined) this.#connection.see(this.#articleId, place);
  }

  /** @param {Omit<import("./mark.js").Mark, "person" | "version" | "leftAt">} mark */
  leaveMark(mark) {
    const { unconfirmed, version } = this.authority;
    // What is unconfirmed comes back by its row, as another page's.
    if (unconfirmed.length === 0) leaveMark(this.#articleId, { ...mark, person: this.#person, version });
  }

  /** The newest text with what dead pages left and the server did not take. */
  refusedText() {
    return wholeTextOf(this.#connection, this.#articleId, this.refused.map(({ record }) => record));
  }

  async forgetRefused() {
    for (const { record } of this.refused.splice(0)) await forget(this.#database, record.clientId);
    this.onProgress();
  }

  /** Gives up what is typed here and unconfirmed; the page must then be loaded anew. */
  giveUp() {
    return this.#row.drop();
  }

  async close() {
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#connection.close(this.#articleId);
    this.#database?.close();
    this.#releaseLock();
  }

  async #connected() {
    this.preview.refresh();
    await this.authority.join();
    this.onJoined();
    await this.#drain();
  }

  #disconnected() {
    this.authority.leave();
    this.onPresent([]);
  }

  async #drain() {
    clearTimeout(this.#again);
    if (this.#database === null || this.#closed || !this.authority.joined) return;
    const records = (await pendingOf(this.#database, this.#person))
      .filter(record => record.article === this.#articleId && record.clientId !== this.#clientId);
    for (const { clientId } of records) this.manuscript.await(clientId);
    const { added, removed, refused, living } = await drainOrphans(this.#database, this.#connection, records);
    this.refused = refused;
    this.arrived.added += added;
    this.arrived.removed += removed;
    // A page that is open today may die tomorrow; this one then sends what it left.
    if (living > 0 || refused.some(each => !each.forGood)) this.#again = setTimeout(() => this.#drain().catch(() => {}), drainPause);
    this.onProgress();
  }
}

async function loadWithMark({ articleId, person }) {
  const mark = takeMark(articleId, person);
  const marked = mark && (await load(articleId, mark.version).catch(() => null));
  return marked ? { ...marked, mark } : { ...(await load(articleId)), mark: null };
}

function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, "0")).join("");
}
