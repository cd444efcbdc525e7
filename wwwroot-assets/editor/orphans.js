// Text that a page left behind when it was killed: sent under the dead page's own id, so that nothing can come twice.
import { decode, encode } from "./authority.js";
import { forget } from "./pending.js";
import { firstBatch } from "./portions.js";
import { rebaseOver } from "./rebase.js";

const silentFor = 10_000;

/**
 * Held while the text is open here; nobody else takes its row meanwhile. A killed page lets go by itself.
 * @returns {() => void} lets go
 */
export function holdLock(clientId) {
  let release = () => {};
  const closed = new Promise(resolve => (release = resolve));
  navigator.locks?.request(lockOf(clientId), () => closed);
  return release;
}

/**
 * @typedef {object} Drained
 * @property {number} added    UTF-16 units that came into the text
 * @property {number} removed  and those that went out of it
 * @property {{record: import("./pending.js").PendingRecord, why: string, forGood: boolean}[]} refused  stays in this browser
 * @property {number} living   rows of pages that are open, and send them themselves
 */

/**
 * Sends what dead pages left in one article.
 * @param {IDBDatabase} database
 * @param {import("./authority.js").Wire} wire
 * @param {import("./pending.js").PendingRecord[]} records
 * @returns {Promise<Drained>}
 */
export async function drainOrphans(database, wire, records) {
  const drained = { added: 0, removed: 0, refused: [], living: 0 };
  for (const record of records) {
    if (!(await whenDead(record, () => drain(database, wire, record, drained)))) drained.living++;
  }
  return drained;
}

/** @returns {Promise<boolean>} whether it was dead, and the work done */
async function whenDead(record, work) {
  // Plain http on a local network has no locks; there a row that stays untouched tells a dead page from a living one.
  if (!navigator.locks) return Date.now() - record.keptAt > silentFor && (await work(), true);
  return navigator.locks.request(lockOf(record.clientId), { ifAvailable: true }, async lock => lock !== null && (await work(), true));
}

async function drain(database, wire, record, drained) {
  let left = record.updates.map(decode);
  let version = record.baseVersion;
  let sent = [];
  while (left.length > 0) {
    const news = await wire.updates(record.article, version);
    left = rebaseOver(left, news.updates.map(decode));
    version += news.updates.length;
    // What was pushed in the last round is among the news, as it was taken.
    count(sent, drained);
    sent = [];
    if (news.more) continue;
    if (left.length === 0) break;
    const batch = firstBatch(left, encode);
    const answer = await wire.push(record.article, version, batch);
    if (answer.refused) {
      drained.refused.push({ record, why: answer.refused, forGood: answer.isLasting ?? false });
      return;
    }
    sent = left.slice(0, batch.length);
  }
  await forget(database, record.clientId);
}

function count(updates, drained) {
  for (const { changes } of updates) {
    changes.iterChanges((fromA, toA, fromB, toB, insert) => {
      drained.added += insert.length;
      drained.removed += toA - fromA;
    });
  }
}

function lockOf(clientId) {
  return `newsroom-page-${clientId}`;
}
