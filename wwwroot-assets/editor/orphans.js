// Text that a page left behind when it was killed: sent under the dead page's own id, so that nothing can come twice.
import { decode, encode } from "./authority.js";
import { forget, pendingOf } from "./pending.js";
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
 * Sends what dead pages of this article left. What the authority refuses stays in the browser.
 * @param {IDBDatabase} database
 * @param {import("./authority.js").Wire} wire
 * @returns {Promise<number>} how many rows are still kept
 */
export async function drainOrphans(database, wire, article) {
  let left = 0;
  for (const record of await pendingOf(database, article)) {
    if (!(await whenDead(record, () => drain(database, wire, record)))) left++;
  }
  return left;
}

async function whenDead(record, work) {
  // Plain http on a local network has no locks; there a row that stays untouched tells a dead page from a living one.
  if (!navigator.locks) return Date.now() - record.keptAt > silentFor ? work() : true;
  return navigator.locks.request(lockOf(record.clientId), { ifAvailable: true }, lock => (lock ? work() : true));
}

async function drain(database, wire, record) {
  let left = record.updates.map(decode);
  let version = record.baseVersion;
  while (left.length > 0) {
    const news = await wire.updates(record.article, version);
    left = rebaseOver(left, news.updates.map(decode));
    version += news.updates.length;
    if (news.more) continue;
    if (left.length === 0) break;
    const answer = await wire.push(record.article, version, firstBatch(left, encode));
    if (answer.refused) return false;
  }
  await forget(database, record.clientId);
  return true;
}

function lockOf(clientId) {
  return `newsroom-page-${clientId}`;
}
