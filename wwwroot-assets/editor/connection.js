// One SignalR connection for every desk of this page. It comes back by itself, for as long as the page lives.
import { HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

const attemptLimit = 3000;
const longestPause = 1000;
const pauseWhenRefused = 5000;
/** The hub pings every 2 seconds: three missed ones are a lost connection. */
const silenceLimit = 6000;

/**
 * @typedef {object} Listener  what a desk hears; each for its own article
 * @property {() => Promise<void>} connected
 * @property {() => void} disconnected
 * @property {(fromVersion: number, updates: import("./authority.js").SentUpdate[]) => void} updates
 * @property {(message: object) => void} preview
 * @property {(people: object[]) => void} present
 * @property {(standing: import("./authority.js").Standing) => void} standing
 */

export class Connection {
  #hub;
  /** @type {Map<number, Listener>} */
  #listeners = new Map();
  #running = false;
  #wake = () => {};

  /** The server no longer knows who this is: signing in again in another tab mends it. */
  signedOut = false;

  constructor(url = "/hubs/editing") {
    this.#hub = new HubConnectionBuilder().withUrl(url, { timeout: attemptLimit }).configureLogging(LogLevel.None).build();
    this.#hub.serverTimeoutInMilliseconds = silenceLimit;
    this.#hub.keepAliveIntervalInMilliseconds = silenceLimit / 3;
    for (const message of ["updates", "preview", "present", "standing"]) {
      this.#hub.on(message, (articleId, ...values) => this.#listeners.get(articleId)?.[message](...values));
    }
    this.#hub.onclose(() => {
      for (const listener of this.#listeners.values()) listener.disconnected();
      this.#run();
    });
    addEventListener("online", () => this.#wake());
    document.addEventListener("visibilitychange", () => this.#wake());
  }

  get connected() {
    return this.#hub.state === HubConnectionState.Connected;
  }

  /** @param {number} articleId  @param {Listener} listener */
  open(articleId, listener) {
    this.#listeners.set(articleId, listener);
    if (this.connected) this.#tell(listener);
    else this.#run();
  }

  async close(articleId) {
    this.#listeners.delete(articleId);
    if (this.connected) await this.#hub.invoke("Leave", articleId).catch(() => {});
    if (this.#listeners.size === 0) await this.#hub.stop();
  }

  join(articleId, version) {
    return this.#hub.invoke("Join", articleId, version);
  }

  updates(articleId, version) {
    return this.#hub.invoke("Updates", articleId, version);
  }

  push(articleId, version, updates) {
    return this.#hub.invoke("Push", articleId, version, updates);
  }

  preview(articleId) {
    return this.#hub.invoke("Preview", articleId);
  }

  /** Presence is a courtesy: where it does not arrive, nothing is lost. */
  see(articleId, caret) {
    if (this.connected) this.#hub.send("See", articleId, caret).catch(() => {});
  }

  /** SignalR's own reconnection does not cover the first attempt, and an attempt into a dead network may hang for minutes. */
  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let attempt = 0; this.#listeners.size > 0 && !this.connected; attempt++) {
      if (attempt > 0) await this.#pause(attempt);
      await this.#attempt();
    }
    this.#running = false;
  }

  async #attempt() {
    let limit;
    const started = this.#hub.start().then(() => true, error => {
      this.signedOut = error?.statusCode === 401 || /\b401\b/.test(error?.message ?? "");
      return false;
    });
    const late = new Promise(resolve => (limit = setTimeout(resolve, attemptLimit, false)));
    const connected = await Promise.race([started, late]);
    clearTimeout(limit);
    if (!connected) {
      await this.#hub.stop().catch(() => {});
      for (const listener of this.#listeners.values()) listener.disconnected();
      return;
    }
    this.signedOut = false;
    for (const listener of this.#listeners.values()) this.#tell(listener);
  }

  async #tell(listener) {
    try {
      await listener.connected();
    } catch {
      // The connection was lost while joining, or the server failed at it: both are tried anew from the start.
      await this.#hub.stop().catch(() => {});
    }
  }

  #pause(attempt) {
    const pause = this.signedOut ? pauseWhenRefused : Math.min(longestPause, 100 * 2 ** attempt) * (0.75 + Math.random() / 4);
    return new Promise(resolve => {
      const timer = setTimeout(resolve, pause);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
