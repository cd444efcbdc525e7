import { HubSocket } from "./hub-socket.js";

const hubPath = "/hubs/editing";
const attemptLimit = 3000;
const longestPause = 1000;
const pauseWhenSignedOut = 5000;

/**
 * @typedef {object} Listener  what a desk hears; each for its own article
 * @property {() => Promise<void>} connected
 * @property {() => void} disconnected
 * @property {(fromVersion: number, updates: import("./authority.js").SentUpdate[]) => void} updates
 * @property {(message: object) => void} preview
 * @property {(pages: object[]) => void} present
 * @property {(standing: import("./authority.js").Standing) => void} standing
 */

/** One connection for every desk of this page. It comes back by itself, for as long as a desk is open. */
export class Connection {
  /** @type {HubSocket | null} */
  #hub = null;
  /** @type {Map<number, Listener>} */
  #listeners = new Map();
  #running = false;
  #wake = () => {};
  #path;

  /** The server no longer knows who this is: signing in again in another tab mends it. */
  signedOut = false;

  /** @param {string} person  whose page this is: the server connects nobody else who may have signed in meanwhile */
  constructor(person) {
    this.#path = `${hubPath}?person=${encodeURIComponent(person)}`;
    addEventListener("online", () => this.#wake());
    document.addEventListener("visibilitychange", () => this.#wake());
  }

  /** Milliseconds since the server was last heard. */
  get silence() {
    return this.#hub ? performance.now() - this.#hub.heardAt : Infinity;
  }

  /** @param {number} articleId  @param {Listener} listener */
  open(articleId, listener) {
    this.#listeners.set(articleId, listener);
    if (this.#hub) this.#tell(listener);
    else this.#run();
  }

  async close(articleId) {
    this.#listeners.delete(articleId);
    await this.#invoke("Leave", articleId).catch(() => {});
    if (this.#listeners.size === 0) this.#hub?.close();
  }

  join(articleId, version) {
    return this.#invoke("Join", articleId, version);
  }

  updates(articleId, version) {
    return this.#invoke("Updates", articleId, version);
  }

  push(articleId, version, updates) {
    return this.#invoke("Push", articleId, version, updates);
  }

  preview(articleId) {
    return this.#invoke("Preview", articleId);
  }

  /** Presence is a courtesy: where it does not arrive, nothing is lost. */
  see(articleId, place) {
    this.#hub?.send("See", articleId, place);
  }

  #invoke(target, ...values) {
    return this.#hub?.invoke(target, ...values) ?? Promise.reject(new Error("There is no connection."));
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let attempt = 0; this.#listeners.size > 0 && !this.#hub; attempt++) {
      if (attempt > 0) await this.#pause(attempt);
      await this.#attempt();
    }
    this.#running = false;
  }

  async #attempt() {
    try {
      const hub = await HubSocket.connect(new URL(this.#path, location.href.replace(/^http/, "ws")).href, attemptLimit);
      hub.onMessage = (target, [articleId, ...values]) => this.#listeners.get(articleId)?.[target]?.(...values);
      hub.onClose = () => this.#lost();
      this.#hub = hub;
      this.signedOut = false;
      for (const listener of this.#listeners.values()) this.#tell(listener);
    } catch {
      this.signedOut = await isSignedOut(this.#path);
      for (const listener of this.#listeners.values()) listener.disconnected();
    }
  }

  async #tell(listener) {
    const hub = this.#hub;
    try {
      await listener.connected();
    } catch {
      // The connection was lost while joining, or the server failed at it: both are tried anew from the start.
      hub.close();
    }
  }

  #lost() {
    this.#hub = null;
    for (const listener of this.#listeners.values()) listener.disconnected();
    // Not in the same breath: a server that fails at joining must not be asked without a pause.
    this.#pause(1).then(() => this.#run());
  }

  #pause(attempt) {
    const pause = this.signedOut ? pauseWhenSignedOut : Math.min(longestPause, 100 * 2 ** attempt) * (0.75 + Math.random() / 4);
    return new Promise(resolve => {
      const timer = setTimeout(resolve, pause);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** A browser does not tell why a WebSocket was refused; the same address asked over HTTP does. */
function isSignedOut(path) {
  return fetch(path.replace("?", "/negotiate?negotiateVersion=1&"), { method: "POST", signal: AbortSignal.timeout(attemptLimit) })
    .then(answer => answer.status === 401 || answer.status === 403, () => false);
}
