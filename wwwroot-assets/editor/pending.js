// What is not yet acknowledged, kept in this browser: one row a page load, replaced whole, so base and updates are one value.

const databaseName = "newsroom";
const storeName = "pending";
const manyUpdates = 500;
const manyUnits = 100_000;
const pauseForMany = 250;

/**
 * @typedef {object} PendingRecord
 * @property {string} clientId
 * @property {string} [person]  whose it is; rows of earlier releases do not say it, and belong to whoever opens the article
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
  #whose;
  #wanted = null;
  #writing = false;
  #stored = false;

  /**
   * @param {IDBDatabase | null} database  null where the browser keeps nothing
   * @param {{person: string, article: number, clientId: string}} whose
   */
  constructor(database, whose) {
    this.#database = database;
    this.#whose = whose;
  }

  /**
   * The put begins in the caller's task; while one is under way the newest waits for it.
   * @param {import("./authority.js").SentUpdate[]} updates  as they travel
   */
  keep(baseVersion, updates) {
    if (this.#database === null || (updates.length === 0 && !this.#stored)) return;
    this.#wanted = { baseVersion, updates };
    if (!this.#writing) this.#write();
  }

  /** Forgets the row, and keeps nothing from now on. */
  async drop() {
    const database = this.#database;
    this.#database = this.#wanted = null;
    if (database) await forget(database, this.#whose.clientId);
  }

  #write() {
    const { baseVersion, updates } = this.#wanted;
    this.#wanted = null;
    this.#writing = true;
    this.#stored = updates.length > 0;
    try {
      const transaction = this.#database.transaction(storeName, "readwrite", { durability: "relaxed" });
      const store = transaction.objectStore(storeName);
      if (updates.length === 0) store.delete(this.#whose.clientId);
      else store.put({ ...this.#whose, baseVersion, updates, keptAt: Date.now() });
      transaction.oncomplete = () => this.#written(updates);
      transaction.onabort = () => this.#written(updates);
      // Else the browser would wait for this page to want nothing more, and undo it all where the page dies before that.
      transaction.commit();
    } catch {
      // A database that the browser closed under us: the text still travels to the server.
      this.#written(updates);
    }
  }

  #written(updates) {
    const next = () => {
      this.#writing = false;
      if (this.#wanted) this.#write();
    };
    // Hours offline, or a book pasted, make a long row: writing all of it at each key would grow with the square.
    if (updates.length > manyUpdates || unitsIn(updates) > manyUnits) setTimeout(next, pauseForMany);
    else next();
  }
}

/** @param {IDBDatabase} database  @returns {Promise<PendingRecord[]>}  what this person left, in all articles */
export function pendingOf(database, person) {
  return new Promise((resolve, reject) => {
    const request = database.transaction(storeName).objectStore(storeName).getAll();
    request.onsuccess = () => resolve(request.result.filter(record => (record.person ?? person) === person));
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

/** About how much text the updates insert, in UTF-16 units. */
function unitsIn(updates) {
  let units = 0;
  for (const { u } of updates) {
    for (const section of u) if (Array.isArray(section)) for (let i = 1; i < section.length; i++) units += section[i].length + 1;
  }
  return units;
}
