import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { ChangeSet } from "@codemirror/state";
import { drainOrphans } from "../../editor/orphans.js";
import { encode } from "../../editor/authority.js";
import { openPending, pendingOf, PendingRow } from "../../editor/pending.js";
import { Newsroom } from "../newsroom.js";
import { textOf } from "../random.js";

let database;
let held;

beforeEach(async () => {
  indexedDB.deleteDatabase("newsroom");
  database = await openPending();
  held = new Set();
  const locks = { request: (name, options, work) => work(held.has(name) ? null : { name }) };
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { locks } });
});

afterEach(() => database.close());

const wireTo = newsroom => ({
  updates: async (articleId, version) => newsroom.since(version),
  push: async (articleId, version, updates) => newsroom.push(version, updates),
});

function typed(clientID, ...texts) {
  let length = 0;
  return texts.map(text => {
    const changes = ChangeSet.of({ from: length, insert: textOf(text) }, length);
    length += text.length;
    return { clientID, changes };
  });
}

async function left(clientId, updates, baseVersion = 0) {
  new PendingRow(database, 1, clientId).keep(baseVersion, updates);
  return (await pendingOf(database, 1)).find(record => record.clientId === clientId);
}

test("A row holds its base and all its updates, and goes with the acknowledgement", async () => {
  const row = new PendingRow(database, 1, "a");
  const updates = typed("a", "一", "二");
  row.keep(3, updates.slice(0, 1));
  row.keep(3, updates);
  await pendingOf(database, 1);
  const [record] = await pendingOf(database, 1);
  assert.deepEqual([record.baseVersion, record.updates], [3, updates.map(encode)]);
  row.keep(5, []);
  await pendingOf(database, 1);
  assert.deepEqual(await pendingOf(database, 1), []);
});

test("Another article's rows are left alone", async () => {
  new PendingRow(database, 2, "a").keep(0, typed("a", "一"));
  const newsroom = new Newsroom("");
  await drainOrphans(database, wireTo(newsroom), 1);
  assert.equal((await pendingOf(database, 2)).length, 1);
  assert.equal(newsroom.version, 0);
});

test("What a killed page left is sent, over what others wrote since", async () => {
  const newsroom = new Newsroom("", 2);
  for (const [at, key] of [..."甲乙丙丁戊"].entries()) newsroom.change(at, at, key);
  await left("dead", typed("dead", "一", "二"));
  assert.equal(await drainOrphans(database, wireTo(newsroom), 1), 0);
  assert.match(newsroom.doc.toString(), /一二/);
  assert.equal(newsroom.version, 7);
  assert.deepEqual(await pendingOf(database, 1), []);
});

test("What had reached the log before the page was killed does not come twice", async () => {
  const newsroom = new Newsroom("");
  const updates = typed("dead", "一", "二", "三");
  newsroom.push(0, updates.slice(0, 2).map(encode));
  newsroom.change(0, 0, "甲");
  await left("dead", updates);
  await drainOrphans(database, wireTo(newsroom), 1);
  assert.equal(newsroom.doc.toString(), "甲一二三");
});

test("A living page's row is left to it", async () => {
  const newsroom = new Newsroom("");
  await left("alive", typed("alive", "一"));
  held.add("newsroom-page-alive");
  assert.equal(await drainOrphans(database, wireTo(newsroom), 1), 0);
  assert.equal(newsroom.version, 0);
  assert.equal((await pendingOf(database, 1)).length, 1);
});

test("What the authority refuses stays on this computer", async () => {
  const newsroom = new Newsroom("");
  newsroom.refusal = "review.killed";
  await left("dead", typed("dead", "一"));
  assert.equal(await drainOrphans(database, wireTo(newsroom), 1), 1);
  assert.equal((await pendingOf(database, 1)).length, 1);
});

test("A long row is sent in several messages", async () => {
  const newsroom = new Newsroom("");
  const texts = Array.from({ length: 12 }, (_, i) => String.fromCodePoint(0x4e00 + i).repeat(3000));
  await left("dead", typed("dead", ...texts));
  await drainOrphans(database, wireTo(newsroom), 1);
  assert.equal(newsroom.doc.toString(), texts.join(""));
});
