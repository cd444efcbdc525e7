import assert from "node:assert/strict";
import { test } from "node:test";
import { fencesOf } from "../../editor/fences.js";
import { difference, inward, outward } from "../../editor/window-changes.js";
import { randomChange, randomFrom, randomText, textOf } from "../random.js";

const windows = {
  body: text => ({ from: fencesOf(text).bodyFrom, to: text.length }),
  frontMatter: text => ({ from: fencesOf(text).innerFrom, to: fencesOf(text).innerTo }),
};

for (const [name, windowOf] of Object.entries(windows)) {
  test(`A change of the file is seen in its ${name} exactly, or said not to fit`, () => {
    const random = randomFrom(7);
    let fitted = 0;
    let unfitted = 0;
    for (let run = 0; run < 3000; run++) {
      const text = `---\na: ${randomText(random, 3)}\n---\n${randomText(random, 10)}`;
      const changes = randomChange(random, text);
      const after = changes.apply(textOf(text)).toString();
      const [before, then] = [windowOf(text), windowOf(after)];
      const seen = inward(changes, before, then);
      const shown = textOf(text.slice(before.from, before.to));
      const wanted = after.slice(then.from, then.to);
      if (seen) fitted++;
      else unfitted++;
      const applied = (seen ?? difference(shown, textOf(wanted))).apply(shown).toString();
      assert.equal(applied, wanted, JSON.stringify({ text, changes }));
    }
    assert.ok(fitted > 1000 && unfitted > 100, `${fitted} fitted, ${unfitted} did not: the cases must show both`);
  });
}

test("A change in the window is the same change of the file", () => {
  const random = randomFrom(8);
  for (let run = 0; run < 1000; run++) {
    const [front, body] = [randomText(random, 6), randomText(random, 10)];
    const changes = randomChange(random, body);
    const whole = outward(changes, { from: front.length, to: front.length + body.length }, front.length + body.length);
    assert.equal(whole.apply(textOf(front + body)).toString(), front + changes.apply(textOf(body)).toString());
  }
});

test("A difference never cuts a surrogate pair", () => {
  // These share their first half, or their last.
  for (const [a, b] of [["𠮷", "𠮸"], ["x𠮷y", "x𡮷y"], ["𠮷𠮷", "𠮷"], ["a𠮷", "a𠮸𠮷"]]) {
    const changes = difference(textOf(a), textOf(b));
    assert.equal(changes.apply(textOf(a)).toString(), b);
    changes.iterChanges((fromA, toA, fromB, toB, insert) => {
      assert.ok(insert.toString().isWellFormed() && a.slice(fromA, toA).isWellFormed(), `${a} to ${b}: ${changes}`);
    });
  }
});
