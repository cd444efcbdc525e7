import { Preview } from "../preview/preview.js";
import { Authority } from "./authority.js";
import { Manuscript } from "./manuscript.js";
import { drainOrphans, holdLock } from "./orphans.js";
import { openPending, PendingRow } from "./pending.js";

const drainPause = 10_000;

/** One article's conversation with the server, from the first load to the last acknowledgement. */
export class Session {
  #connection;
  #database;
  #articleId;
  #releaseLock;
  #closed = false;
  #again;

  /** Rows of dead pages that the server refused; they stay in this browser. */
  left = 0;
  onProgress = () => {};
  /** After each connection. */
  onJoined = () => {};
  /** @type {(pages: import("./presence.js").PresentPage[]) => void} */
  onPresent = () => {};

  /** @param {import("./connection.js").Connection} connection  @param {import("./index.js").DeskOptions} options */
  static async open(connection, { articleId, words }) {
    const [database, { text, version }] = await Promise.all([openPending().catch(() => null), load(articleId)]);
    return new Session(connection, database, articleId, words, text, version);
  }

  constructor(connection, database, articleId, words, text, version) {
    this.#connection = connection;
    this.#database = database;
    this.#articleId = articleId;
    const clientId = freshId();
    this.#releaseLock = holdLock(clientId);
    this.authority = new Authority({
      articleId, clientId, text, version, wire: connection, pending: new PendingRow(database, articleId, clientId),
    });
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

  /** @param {import("./own-place.js").Place} place */
  see(place) {
    if (this.authority.joined) this.#connection.see(this.#articleId, place);
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
    this.left = await drainOrphans(this.#database, this.#connection, this.#articleId);
    if (this.left > 0) this.#again = setTimeout(() => this.#drain().catch(() => {}), drainPause);
    this.onProgress();
  }
}

async function load(articleId) {
  const answer = await fetch(`/articles/${articleId}/text`, { headers: { Accept: "text/plain" } });
  if (!answer.ok) throw new Error(`The text of article ${articleId} could not be loaded: ${answer.status}.`);
  const version = Number(answer.headers.get("X-Newsroom-Version"));
  // Not text(): it would drop a byte order mark, and offsets must be the server's.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer());
  return { text, version };
}

function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, "0")).join("");
}
