// What pages of this person left unsent in this browser, wherever it belongs: sent from any page, or offered elsewhere.
import { Connection } from "./connection.js";
import { beginningOf, wholeTextOf } from "./kept-text.js";
import { drainOrphans } from "./orphans.js";
import { forget, openPending, pendingOf } from "./pending.js";
import { WaysOut } from "./ways-out.js";
import { say } from "./words.js";

const roundPause = 2000;
const excerptLength = 60;

/** How many articles hold unsent text of this person's. @param {string} person */
export async function articlesLeft(person) {
  return withPending(async database => new Set((await pendingOf(database, person)).map(record => record.article)).size);
}

/** Drops all that this person left, without sending it. @param {string} person */
export async function forgetAll(person) {
  return withPending(async database => {
    for (const record of await pendingOf(database, person)) await forget(database, record.clientId);
  });
}

/**
 * Sends what is left and shows what becomes of it, one line an article. Its words: article ({0} id), sending, living, offline ({0}
 * changes), arrived, notTaken, and those of ways-out.js. The host hears "nothing-left" once what there was is gone.
 * @param {HTMLElement} host  it ends with it
 * @param {{person: string, words: Record<string, string>, leaving: boolean}} options  leaving: it is offered while it is being sent
 */
export async function showLeftovers(host, { person, words, leaving }) {
  const database = await openPending();
  let connection = null;
  /** @type {Map<number, Row>} */
  const rows = new Map();
  for (;;) {
    const records = byArticle(await pendingOf(database, person));
    if (!host.isConnected) break;
    for (const [article, left] of records) {
      connection ??= new Connection(person);
      if (!rows.has(article)) rows.set(article, new Row({ host, words, article, connection, database, leaving }));
      rows.get(article).take(left);
    }
    for (const [article, row] of rows) if (!records.has(article)) row.end();
    if (records.size === 0) {
      if (rows.size > 0) host.dispatchEvent(new Event("nothing-left"));
      break;
    }
    await new Promise(resolve => setTimeout(resolve, roundPause));
  }
  for (const article of rows.keys()) await connection.close(article);
  database.close();
}

/** @param {import("./pending.js").PendingRecord[]} records */
function byArticle(records) {
  const groups = new Map();
  for (const record of records) groups.set(record.article, [...(groups.get(record.article) ?? []), record]);
  return groups;
}

/** One article's line. */
class Row {
  #line = document.createElement("p");
  #said = document.createElement("span");
  #words;
  #article;
  #connection;
  #database;
  #records = [];
  #connected = false;
  #sending = false;
  #refused = false;
  #waysOut = null;
  #leaving;
  #arrived = { added: 0, removed: 0 };

  constructor({ host, words, article, connection, database, leaving }) {
    this.#leaving = leaving;
    this.#words = words;
    this.#article = article;
    this.#connection = connection;
    this.#database = database;
    const link = document.createElement("a");
    link.href = `/articles/${article}`;
    link.textContent = say(words, "article", article);
    this.#line.append(link, this.#said);
    host.append(this.#line);
    this.#say("sending");
    const ignore = () => {};
    connection.open(article, {
      connected: () => this.#connect(), disconnected: () => this.#disconnect(),
      updates: ignore, preview: ignore, present: ignore, standing: ignore,
    });
  }

  take(records) {
    this.#records = records;
    if (this.#leaving) this.#offer();
    this.#send();
  }

  /** Nothing is left: it was sent, here or by its own page. */
  end() {
    this.#waysOut?.remove();
    if (this.#arrived.added + this.#arrived.removed > 0) this.#say("arrived", this.#arrived.added, this.#arrived.removed);
    else this.#line.remove();
  }

  async #connect() {
    this.#connected = true;
    await this.#send();
  }

  #disconnect() {
    this.#connected = false;
    if (!this.#refused) this.#say("offline", this.#records.reduce((sum, record) => sum + record.updates.length, 0));
  }

  async #send() {
    if (!this.#connected || this.#sending || this.#refused) return;
    this.#sending = true;
    try {
      const { added, removed, refused, living } = await drainOrphans(this.#database, this.#connection, this.#records);
      this.#arrived.added += added;
      this.#arrived.removed += removed;
      const final = refused.find(each => each.forGood);
      if (final) this.#refuse(final.why);
      else if (refused.length > 0) this.#say(refused[0].why);
      else if (living > 0) this.#say("living");
    } catch {
      // The connection was lost on the way; the next round sends what is left then.
    } finally {
      this.#sending = false;
    }
  }

  #refuse(why) {
    this.#refused = true;
    this.#said.textContent = `${beginningOf(this.#records, excerptLength)} — ${why}`;
    this.#offer();
  }

  #offer() {
    if (this.#waysOut) return;
    this.#waysOut = document.createElement("span");
    new WaysOut({
      words: this.#words, articleId: this.#article,
      text: () => wholeTextOf(this.#connection, this.#article, this.#records),
      forget: async () => {
        for (const { clientId } of this.#records) await forget(this.#database, clientId);
      },
      gone: () => this.#line.remove(),
    }).addTo(this.#waysOut);
    this.#line.append(this.#waysOut);
  }

  #say(word, ...values) {
    this.#said.textContent = say(this.#words, word, ...values);
  }
}

async function withPending(work) {
  const database = await openPending();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
