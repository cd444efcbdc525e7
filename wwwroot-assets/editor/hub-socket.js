// SignalR's JSON protocol (dotnet/aspnetcore, HubProtocol.md) over one WebSocket. Its own client sends from a queue, after the
// task that typed a key has also drawn it; this one sends at once, and is an eighth of the bundle smaller.

import { openSocket } from "./side-socket.js";

const separator = "\u001e";
const invocation = 1;
const completion = 3;
const ping = 6;
const goodbye = 7;
const pingPause = 5000;
/** Pings missed before the connection counts as lost. SignalR's own limit holds until the server's pace is known. */
const missedPings = 3.5;
const shortestPace = 1000;
const longestSilence = 30_000;

/** Between two of the server's pings, in milliseconds; it holds for the sockets to come. */
let pace = Infinity;

export class HubSocket {
  #socket;
  #waiting = new Map();
  #lastId = 0;
  #rest = "";
  #wroteAt = 0;
  #silence;
  #pingedAt = null;
  #welcome;
  #open = false;

  /** When the server was last heard, by performance.now(). */
  heardAt = performance.now();

  /** Told of what the server sends: (target, values). */
  onMessage = () => {};
  /** Told once, when an open connection has ended for whatever reason. */
  onClose = () => {};

  /** @param {string} url  @param {number} limit  milliseconds  @returns {Promise<HubSocket>} */
  static connect(url, limit) {
    const hub = new HubSocket(url);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => hub.close(), limit);
      hub.#welcome = error => {
        clearTimeout(late);
        if (error) reject(error);
        else resolve(hub);
      };
    });
  }

  constructor(url) {
    this.#socket = openSocket(url);
    this.#socket.onopen = () => this.#write({ protocol: "json", version: 1 });
    this.#socket.onmessage = event => this.#read(event.data);
    this.#socket.onclose = () => this.#end();
  }

  invoke(target, ...values) {
    return new Promise((resolve, reject) => {
      if (!this.#open) return reject(new Error(`${target} needs an open connection.`));
      const id = String(++this.#lastId);
      this.#waiting.set(id, { resolve, reject });
      this.#write({ type: invocation, invocationId: id, target, arguments: values });
    });
  }

  send(target, ...values) {
    if (this.#open) this.#write({ type: invocation, target, arguments: values });
  }

  close() {
    this.#socket.close();
    // A socket into a dead network would wait for the other side's farewell.
    this.#end();
  }

  #write(message) {
    this.#wroteAt = performance.now();
    this.#socket.send(JSON.stringify(message) + separator);
  }

  #read(data) {
    if (this.#socket.onmessage === null) return;
    this.heardAt = performance.now();
    const messages = (this.#rest + data).split(separator);
    this.#rest = messages.pop();
    for (const message of messages) this.#take(JSON.parse(message));
    // Not by a timer: those of a hidden tab come once a minute, and the server would take this page for gone.
    if (!this.#open) return;
    if (performance.now() - this.#wroteAt > pingPause) this.#write({ type: ping });
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.close(), Math.min(longestSilence, pace * missedPings));
  }

  #take(message) {
    if (!this.#open) {
      this.#greet(message);
    } else if (message.type === invocation) {
      this.onMessage(message.target, message.arguments);
    } else if (message.type === completion) {
      const waiting = this.#waiting.get(message.invocationId);
      this.#waiting.delete(message.invocationId);
      if (message.error) waiting?.reject(new Error(message.error));
      else waiting?.resolve(message.result);
    } else if (message.type === ping) {
      this.#learnPace();
    } else if (message.type === goodbye) {
      this.close();
    }
  }

  /** A busy server pings less often, so the shortest pause is its pace. */
  #learnPace() {
    const now = performance.now();
    if (this.#pingedAt !== null) pace = Math.max(shortestPace, Math.min(pace, now - this.#pingedAt));
    this.#pingedAt = now;
  }

  #greet(answer) {
    if (answer.error) return this.close();
    this.#open = true;
    this.#welcome(null);
  }

  #end() {
    if (this.#socket.onclose === null) return;
    this.#socket.onclose = this.#socket.onmessage = this.#socket.onopen = null;
    clearTimeout(this.#silence);
    const lost = new Error("The connection was lost.");
    for (const { reject } of this.#waiting.values()) reject(lost);
    this.#waiting.clear();
    if (this.#open) this.onClose();
    else this.#welcome(lost);
    this.#open = false;
  }
}
