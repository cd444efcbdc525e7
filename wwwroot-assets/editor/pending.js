// What is not yet acknowledged, kept in this browser: one row a page load, replaced whole, so base and updates are one value.
import { encode } from "./authority.js";

const databaseName = "newsroom";
const storeName = "pending";
const manyUpdates = 500;
const pauseForMany = 250;

/**
 * @typedef {object} PendingRecord
 * @property {string} clientId
 * @property {number} article
 * @property {number} baseVersion
 * @property {import("./authority.js").SentUpdate[]} updates
 * @property {number} keptAt  milliseconds since 1970
 */

/** @returns {Promise<IDBDatabase>} */
export function openPending() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: "clientId" });
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/** This page load's row. */
export class PendingRow {
  #database;
  #article;
  #clientId;
  #wanted = null;
  #writing = false;
  #stored = false;

  /** @param {IDBDatabase | null} database  null where the browser keeps nothing */
  constructor(database, article, clientId) {
    this.#database = database;
    this.#article = article;
    this.#clientId = clientId;
  }

  /** The put begins in the caller's task; while one is under way the newest waits for it. */
  keep(baseVersion, updates) {
    if (this.#database === null || (updates.length === 0 && !this.#stored)) return;
    this.#wanted = { baseVersion, updates };
    if (!this.#writing) this.#write();
  }

  #write() {
    const { baseVersion, updates } = this.#wanted;
    this.#wanted = null;
    this.#writing = true;
    this.#stored = updates.length > 0;
    try {
      const transaction = this.#database.transaction(storeName, "readwrite", { durability: "relaxed" });
      const store = transaction.objectStore(storeName);
      if (updates.length === 0) store.delete(this.#clientId);
      else {
        store.put({
          clientId: this.#clientId, article: this.#article, baseVersion, updates: updates.map(encode), keptAt: Date.now(),
        });
      }
      transaction.oncomplete = () => this.#written(updates.length);
      transaction.onabort = () => this.#written(updates.length);
    } catch {
      // A database that the browser closed under us: the text still travels to the server.
      this.#written(updates.length);
    }
  }

  #written(count) {
    const next = () => {
      this.#writing = false;
      if (this.#wanted) this.#write();
    };
    // Hours offline make a long row: writing all of it at each key would grow with the square.
    if (count > manyUpdates) setTimeout(next, pauseForMany);
    else next();
  }
}

/** @param {IDBDatabase} database  @returns {Promise<PendingRecord[]>} */
export function pendingOf(database, article) {
  return new Promise((resolve, reject) => {
    const request = database.transaction(storeName).objectStore(storeName).getAll();
    request.onsuccess = () => resolve(request.result.filter(record => record.article === article));
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBDatabase} database  @returns {Promise<void>} */
export function forget(database, clientId) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, "readwrite");
    transaction.objectStore(storeName).delete(clientId);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
