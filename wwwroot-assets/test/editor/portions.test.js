import assert from "node:assert/strict";
import { test } from "node:test";
import { ChangeSet, Text } from "@codemirror/state";
import { encode } from "../../editor/authority.js";
import { firstBatch, inPortions } from "../../editor/portions.js";
import { randomChange, randomFrom, randomText, textOf } from "../random.js";

const bytesOf = value => Buffer.byteLength(JSON.stringify(value));

function applyAll(portions, text) {
  return portions.reduce((doc, portion) => portion.apply(doc), textOf(text)).toString();
}

test("An ordinary change stays one", () => {
  const changes = ChangeSet.of({ from: 1, to: 2, insert: "新" }, 5);
  assert.deepEqual(inPortions(changes).map(each => each.toJSON()), [changes.toJSON()]);
});

test("No change gives no portion", () => {
  assert.deepEqual(inPortions(ChangeSet.empty(4)), []);
});

for (const [name, pasted] of Object.entries({
  "Han": "報".repeat(300_000),
  "astral characters": `x${"𠮷".repeat(40_000)}`,
  "control characters": "\u0001".repeat(30_000),
  "quotes and lines": "\"\\\n".repeat(20_000),
  "emoji sequences": "👩‍👩‍👧‍👦".repeat(5_000),
})) {
  test(`A great paste travels in portions that fit a message: ${name}`, () => {
    const changes = ChangeSet.of({ from: 2, to: 4, insert: textOf(pasted) }, 6);
    const portions = inPortions(changes);
    assert.equal(applyAll(portions, "abcdef"), `ab${pasted}ef`);
    for (const portion of portions) {
      portion.iterChanges((fromA, toA, fromB, toB, insert) => {
        assert.ok(insert.length <= 5000 && insert.toString().isWellFormed());
      });
      assert.ok(bytesOf(portion.toJSON()) <= 16 * 1024, `${bytesOf(portion.toJSON())} bytes`);
    }
  });
}

test("Ten thousand replacements at once travel in portions", () => {
  const text = "甲乙".repeat(10_000);
  const changes = ChangeSet.of(Array.from({ length: 10_000 }, (_, i) => ({ from: 2 * i, to: 2 * i + 1, insert: "丙丁" })), text.length);
  const portions = inPortions(changes);
  assert.equal(applyAll(portions, text), "丙丁乙".repeat(10_000));
  for (const portion of portions) assert.ok(bytesOf(portion.toJSON()) <= 16 * 1024);
});

test("Portions of random changes make the same text", () => {
  const random = randomFrom(11);
  for (let run = 0; run < 300; run++) {
    const text = randomText(random, 20);
    let changes = randomChange(random, text);
    const after = changes.apply(textOf(text));
    const long = ChangeSet.of({ from: after.length, insert: Text.of(["長".repeat(Math.floor(random() * 12_000))]) }, after.length);
    changes = changes.compose(long);
    assert.equal(applyAll(inPortions(changes), text), changes.apply(textOf(text)).toString());
  }
});

test("A batch holds what fits one message, and at least one update", () => {
  const updates = Array.from({ length: 10 }, (_, i) => ({
    clientID: "a", changes: ChangeSet.of({ from: i * 1000, insert: "字".repeat(1000) }, i * 1000),
  }));
  const batch = firstBatch(updates, encode);
  assert.equal(batch.length, 5);
  assert.ok(bytesOf(batch) <= 16 * 1024 + 16);
  const large = { clientID: "a", changes: ChangeSet.of({ from: 0, insert: "字".repeat(9000) }, 0) };
  assert.equal(firstBatch([large, large], encode).length, 1);
});
