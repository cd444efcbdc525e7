import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { ChangeSet } from "@codemirror/state";
import { drainOrphans } from "../../editor/orphans.js";
import { encode } from "../../editor/authority.js";
import { wholeTextOf } from "../../editor/kept-text.js";
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

async function left(clientId, updates, { baseVersion = 0, article = 1, person = "mei" } = {}) {
  rowOf(clientId, { article, person }).keep(baseVersion, updates.map(encode));
  return (await pendingOf(database, person)).find(record => record.clientId === clientId);
}

function rowOf(clientId, { article = 1, person = "mei" } = {}) {
  return new PendingRow(database, { clientId, article, person });
}

async function drain(newsroom, person = "mei") {
  return drainOrphans(database, wireTo(newsroom), await pendingOf(database, person));
}

test("A row holds its base and all its updates, and goes with the acknowledgement", async () => {
  const row = rowOf("a");
  const updates = typed("a", "一", "二").map(encode);
  row.keep(3, updates.slice(0, 1));
  row.keep(3, updates);
  await pendingOf(database, "mei");
  const [record] = await pendingOf(database, "mei");
  assert.deepEqual([record.person, record.article, record.baseVersion, record.updates], ["mei", 1, 3, updates]);
  row.keep(5, []);
  await pendingOf(database, "mei");
  assert.deepEqual(await pendingOf(database, "mei"), []);
});

test("A row that is given up is gone, and comes back with no later key", async () => {
  const row = rowOf("a");
  const updates = typed("a", "一", "二").map(encode);
  row.keep(0, updates.slice(0, 1));
  await row.drop();
  row.keep(0, updates);
  assert.deepEqual(await pendingOf(database, "mei"), []);
});

test("What somebody else left is neither seen nor sent, and waits for them", async () => {
  const newsroom = new Newsroom("");
  await left("dead", typed("dead", "一"), { person: "lok" });
  await drain(newsroom, "mei");
  assert.deepEqual([newsroom.version, await pendingOf(database, "mei")], [0, []]);
  await drain(newsroom, "lok");
  assert.equal(newsroom.doc.toString(), "一");
});

test("A row of an earlier release, which names nobody, is not lost", async () => {
  await left("dead", typed("dead", "一"), { person: undefined });
  const newsroom = new Newsroom("");
  assert.equal((await drain(newsroom)).added, 1);
  assert.equal(newsroom.doc.toString(), "一");
});

test("What a killed page left is sent, over what others wrote since", async () => {
  const newsroom = new Newsroom("", 2);
  for (const [at, key] of [..."甲乙丙丁戊"].entries()) newsroom.change(at, at, key);
  await left("dead", typed("dead", "一", "二"));
  assert.deepEqual(await drain(newsroom), { added: 2, removed: 0, refused: [], living: 0 });
  assert.match(newsroom.doc.toString(), /一二/);
  assert.equal(newsroom.version, 7);
  assert.deepEqual(await pendingOf(database, "mei"), []);
});

test("What had reached the log before the page was killed does not come twice", async () => {
  const newsroom = new Newsroom("");
  const updates = typed("dead", "一", "二", "三");
  newsroom.push(0, updates.slice(0, 2).map(encode));
  newsroom.change(0, 0, "甲");
  await left("dead", updates);
  assert.equal((await drain(newsroom)).added, 1, "only what was new is told of");
  assert.equal(newsroom.doc.toString(), "甲一二三");
});

test("Two pages that adopt the same row at once, where there are no locks, bring it once", async () => {
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: {} });
  const newsroom = new Newsroom("");
  const record = await left("dead", typed("dead", "一", "二"));
  const old = [{ ...record, keptAt: Date.now() - 60_000 }];
  await Promise.all([drainOrphans(database, wireTo(newsroom), old), drainOrphans(database, wireTo(newsroom), old)]);
  assert.equal(newsroom.doc.toString(), "一二");
});

test("A living page's row is left to it", async () => {
  const newsroom = new Newsroom("");
  await left("alive", typed("alive", "一"));
  held.add("newsroom-page-alive");
  assert.equal((await drain(newsroom)).living, 1);
  assert.equal(newsroom.version, 0);
  assert.equal((await pendingOf(database, "mei")).length, 1);
});

test("What the authority refuses stays on this computer", async () => {
  const newsroom = new Newsroom("");
  newsroom.refusal = "review.killed";
  const record = await left("dead", typed("dead", "一"));
  assert.deepEqual((await drain(newsroom)).refused, [{ record, why: "review.killed", forGood: true }]);
  assert.equal((await pendingOf(database, "mei")).length, 1);
});

test("A long row is sent in several messages", async () => {
  const newsroom = new Newsroom("");
  const texts = Array.from({ length: 12 }, (_, i) => String.fromCodePoint(0x4e00 + i).repeat(3000));
  await left("dead", typed("dead", ...texts));
  assert.equal((await drain(newsroom)).added, 36_000);
  assert.equal(newsroom.doc.toString(), texts.join(""));
});

test("Refused text is offered as the newest text with it, of several pages together", async () => {
  const newsroom = new Newsroom("報紙\n", 2);
  const at = (clientID, from, insert) => [{ clientID, changes: ChangeSet.of({ from, insert: textOf(insert) }, 3) }];
  const records = [await left("a", at("a", 2, "出版")), await left("b", at("b", 0, "舊"))];
  for (const key of "甲乙丙") newsroom.change(0, 0, key);
  globalThis.fetch = async () => new Response(newsroom.doc.toString(), { headers: { "X-Newsroom-Version": String(newsroom.version) } });
  assert.equal(await wholeTextOf(wireTo(newsroom), 1, records), "丙乙甲舊報紙出版\n");
  globalThis.fetch = async () => new Response("", { status: 404 });
  assert.equal(await wholeTextOf(wireTo(newsroom), 1, records), "出版\n\n舊");
});
