import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyStart, fencesAfter, fencesOf, fencesOfDoc } from "../../editor/fences.js";
import { randomChange, randomFrom, randomText, textOf } from "../random.js";

const bodies = {
  "yaml": ["---\ntitle: 甲\n---\n", "正文"],
  "toml": ["+++\ntitle = '甲'\n+++\n", "正文"],
  "json": ["{\"a\": {\"b\": \"}\\\"}\"}}\n", "正文"],
  "json without a line break": ["{}", "正文"],
  "empty": ["---\n---\n", "正文"],
  "byte order mark and blank lines before": ["\ufeff\n \n---\na: b\n---\n", "正文"],
  "blanks behind the closing fence": ["---\na: b\n--- \t\n", "正文"],
  "CRLF": ["---\r\na: b\r\n---\r\n", "正文"],
  "four dashes close and leave one": ["---\na: b\n---", "-\n正文"],
  "words behind the fence are body": ["---\na: b\n---", " 正文"],
  "dots do not close": ["---\na: b\n...\n---\n", "正文"],
  "a fence in a quoted value closes": ["---\na: \"x\n---", "\"\n---\n正文"],
  "indented dashes do not close": ["---\na: b\n ---\n---\n", "正文"],
  "the text ends at the fence": ["---\na: b\n---", ""],
  "only the first closes": ["---\na: b\n---\n", "---\n正文"],
  "no front matter": ["", "正文\n---\na: b\n---\n"],
  "a list is no front matter": ["", "- 甲\n- 乙\n---\n"],
  "never closed": ["", "---\na: b\n正文"],
  "empty text": ["", ""],
  "blank text": ["", " \n\n"],
};

for (const [name, [front, body]] of Object.entries(bodies)) {
  test(`The body begins behind the front matter: ${name}`, () => {
    assert.equal((front + body).slice(bodyStart(front + body)), body);
  });
}

test("The text between the fences is told without them", () => {
  const text = "---\ntitle: 甲\n---\n正文";
  const { innerFrom, innerTo } = fencesOf(text);
  assert.equal(text.slice(innerFrom, innerTo), "title: 甲");
});

test("A document is scanned as its text is, however long the front matter", () => {
  for (const lines of [0, 1, 500, 2000, 9000]) {
    const text = `---\n${"a: 一\n".repeat(lines)}---\n${"正文\n".repeat(9000)}`;
    assert.deepEqual(fencesOfDoc(textOf(text)), fencesOf(text));
    assert.deepEqual(fencesOfDoc(textOf(text.slice(1))), fencesOf(text.slice(1)));
  }
});

test("A fence that ends where a reading ends is read to its line break", () => {
  const text = `---\n${"x".repeat(8192 - 8)}\n---\n正文`;
  assert.deepEqual(fencesOfDoc(textOf(text)), fencesOf(text));
});

test("After random changes the fences are those of a fresh scan", () => {
  const random = randomFrom(20260301);
  for (let run = 0; run < 400; run++) {
    let text = (random() < 0.7 ? "---\na: b\n---\n" : "") + randomText(random, 12);
    let fences = fencesOf(text);
    for (let step = 0; step < 12; step++) {
      const changes = randomChange(random, text);
      const doc = changes.apply(textOf(text));
      fences = fencesAfter(fences, changes, doc);
      text = doc.toString();
      assert.deepEqual(fences, fencesOf(text), JSON.stringify(text));
    }
  }
});
