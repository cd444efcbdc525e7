import assert from "node:assert/strict";
import { test } from "node:test";
import { countOf } from "../../editor/count.js";

for (const [text, words] of [
  ["", 0],
  ["立法會今日通過。", 7],
  ["「一、二」……", 2],
  ["AI競賽 focuses on 商業化", 8],
  ["恒指升1,284.50點，報23,456點", 8],
  ["9月1日", 4],
  ["don't re-open", 2],
  ["カタカナとひらがな", 9],
  ["𠮷野家", 3],
  ["3D電影", 3],
  ["24/7、10:30、1.5-2", 3],
  ["a,b", 2],
  ["Müller的café", 3],
  ["**粗**與*斜*", 3],
  ["# 標題\n\n- 甲\n- 乙", 4],
  ["[連結](https://example.org/a(b)c \"題\")後", 3],
  ["![圖](a.jpg)", 1],
  ["```js\n碼\n```", 1],
  ["<b>粗</b><!-- 看不見 -->", 1],
  ["{{< figure src=\"a.jpg\" >}}圖後", 2],
  ["[甲]: https://example.org\n正文", 2],
  ["見 https://example.org/a?b=c 網頁", 4],
]) {
  test(`Counts ${words} in ${JSON.stringify(text)}`, () => assert.equal(countOf(text).words, words));
}

test("Links are counted, pictures are not", () => {
  assert.equal(countOf("[甲](a) ![乙](b.jpg) [丙][d] <https://example.org> [not a link]").links, 3);
  assert.equal(countOf("[![乙](b.jpg)](a)").links, 1);
});

test("Minutes are those of reading, at least one for any text", () => {
  assert.deepEqual([0, 1, 500, 1284, 4000].map(length => countOf("字".repeat(length)).minutes), [0, 1, 1, 3, 10]);
});

test("A text of 500 KB is counted within one frame's patience, hostile ones too", () => {
  for (const text of ["報紙。".repeat(60_000), "[".repeat(20_000), "<a".repeat(20_000), "](((".repeat(10_000), "<!--".repeat(10_000), "{{<".repeat(10_000)]) {
    const start = performance.now();
    countOf(text);
    const spent = performance.now() - start;
    assert.ok(spent < 400, `${text.slice(0, 6)}… took ${Math.round(spent)} ms`);
  }
});
