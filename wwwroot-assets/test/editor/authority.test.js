import assert from "node:assert/strict";
import { test } from "node:test";
import { ChangeSet } from "@codemirror/state";
import { Authority } from "../../editor/authority.js";
import { Line, Newsroom, turn } from "../newsroom.js";
import { randomChange, randomFrom, textOf } from "../random.js";

function open(newsroom, clientId, { text = newsroom.doc.toString(), version = newsroom.version } = {}) {
  const line = new Line(newsroom);
  const kept = [];
  const pending = { keep: (baseVersion, updates) => kept.push({ baseVersion, count: updates.length }) };
  const authority = new Authority({ articleId: 1, clientId, text, version, wire: line, pending });
  line.hear = (from, updates) => authority.receive(from, updates);
  return { authority, line, kept, shown: textOf(text) };
}

async function drain(...lines) {
  for (let moved = true; moved; ) {
    moved = false;
    for (const line of lines) for (const way of ["out", "back"]) if (await line.step(way)) moved = true;
  }
}

async function joined(newsroom, clientId, given) {
  const page = open(newsroom, clientId, given);
  page.authority.join();
  await drain(page.line);
  return page;
}

function type(page, from, insert) {
  page.authority.write(ChangeSet.of({ from, insert: textOf(insert) }, page.authority.doc.length));
}

test("A change is sent and kept in the key's own task, and dropped when it is acknowledged", async () => {
  const page = await joined(new Newsroom("報"), "a");
  type(page, 1, "紙");
  assert.deepEqual(page.kept.at(-1), { baseVersion: 0, count: 1 });
  assert.equal(page.line.out.length, 1, "sent in the same task");
  await drain(page.line);
  assert.deepEqual(page.kept.at(-1), { baseVersion: 1, count: 0 });
  assert.equal(page.authority.savedAt, "2026-03-01T06:32:05Z");
});

test("What is typed while a push is under way waits for its answer and goes in one message", async () => {
  const newsroom = new Newsroom("");
  const page = await joined(newsroom, "a");
  for (const [at, key] of [..."abc"].entries()) type(page, at, key);
  assert.equal(page.line.out.length, 1);
  await page.line.step("out");
  while (await page.line.step("back"));
  assert.equal(page.line.out.length, 1);
  await drain(page.line);
  assert.equal(newsroom.doc.toString(), "abc");
  assert.equal(page.authority.version, 3);
});

test("The text that was missed before joining arrives, page by page", async () => {
  const newsroom = new Newsroom("", 3);
  const page = open(newsroom, "a");
  for (let i = 0; i < 10; i++) newsroom.change(i, i, String(i));
  page.authority.join();
  await drain(page.line);
  assert.equal(page.authority.doc.toString(), "0123456789");
});

test("A gap in what is heard is fetched, and nothing is applied twice", async () => {
  const newsroom = new Newsroom("");
  const page = await joined(newsroom, "a");
  newsroom.change(0, 0, "一");
  page.line.back = [];
  newsroom.change(1, 1, "二");
  await drain(page.line);
  assert.equal(page.authority.doc.toString(), "一二");
  page.authority.receive(0, newsroom.since(0).updates);
  assert.equal(page.authority.doc.toString(), "一二");
});

test("A push whose answer was lost is sent again without coming twice", async () => {
  const newsroom = new Newsroom("");
  const page = await joined(newsroom, "a");
  type(page, 0, "一");
  await page.line.step("out");
  page.authority.leave();
  await page.line.cut();
  type(page, 1, "二");
  assert.equal(page.authority.unconfirmed.length, 2);
  page.authority.join();
  await drain(page.line);
  assert.equal(newsroom.doc.toString(), "一二");
  assert.equal(page.authority.doc.toString(), "一二");
  assert.equal(page.authority.unconfirmed.length, 0);
});

test("A refused push stays unconfirmed until it is tried again", async () => {
  const newsroom = new Newsroom("");
  const page = await joined(newsroom, "a");
  newsroom.refusal = "editing.disk-full";
  type(page, 0, "一");
  await drain(page.line);
  assert.equal(page.authority.refused, "editing.disk-full");
  assert.equal(page.authority.unconfirmed.length, 1);
  newsroom.refusal = null;
  page.authority.retry();
  await drain(page.line);
  assert.equal(newsroom.doc.toString(), "一");
});

test("Without the right to write nothing is sent until it is given back", async () => {
  const newsroom = new Newsroom("");
  const page = await joined(newsroom, "a");
  page.authority.stand({ mayWrite: false, why: "review.waiting" });
  type(page, 0, "一");
  await drain(page.line);
  assert.equal(newsroom.version, 0);
  page.authority.stand({ mayWrite: true, why: null });
  await drain(page.line);
  assert.equal(newsroom.doc.toString(), "一");
});

test("An update that cannot fit stops the sending and is said", async t => {
  t.mock.method(console, "error", () => {});
  const page = await joined(new Newsroom("報"), "a");
  page.authority.receive(0, [{ c: "b", u: [90, [1, "x"]] }]);
  assert.equal(page.authority.broken, true);
  type(page, 0, "一");
  assert.equal(page.line.out.length, 0);
});

test("Five people on bad lines end with the same text, each key once", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = randomFrom(seed);
    const newsroom = new Newsroom("---\ntitle: 甲\n---\n正文𠮷", 4);
    const pages = await Promise.all(["a", "b", "c", "d", "e"].map(id => joined(newsroom, id)));
    for (const page of pages) {
      page.typed = 0;
      page.authority.onChange = changes => (page.shown = changes.apply(page.shown));
    }
    for (let step = 0; step < 150; step++) {
      const page = pages[Math.floor(random() * pages.length)];
      const luck = random();
      if (luck < 0.3) {
        const changes = randomChange(random, page.authority.doc.toString());
        page.authority.write(changes);
        page.shown = changes.apply(page.shown);
        page.typed += changes.empty ? 0 : 1;
      } else if (luck < 0.34) {
        page.authority.leave();
        await page.line.cut();
        page.authority.join().catch(() => {});
        await turn();
      } else await page.line.step(luck < 0.67 ? "out" : "back");
    }
    for (let round = 0; round < 4; round++) {
      await drain(...pages.map(page => page.line));
      for (const page of pages) page.authority.retry();
    }
    const text = newsroom.doc.toString();
    for (const page of pages) {
      assert.equal(page.authority.doc.toString(), text, `seed ${seed}, ${page.authority.clientId}`);
      assert.equal(page.shown.toString(), text, `seed ${seed}: what is shown is what is held`);
      const mine = newsroom.updates.filter(update => update.clientID === page.authority.clientId);
      assert.equal(mine.length, page.typed, `seed ${seed}: each change of ${page.authority.clientId} is in the log once`);
    }
  }
});
