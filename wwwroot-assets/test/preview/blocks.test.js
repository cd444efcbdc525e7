import assert from "node:assert/strict";
import { test } from "node:test";
import { Blocks } from "../../preview/blocks.js";
import { randomFrom } from "../random.js";

/** The rows of a page, as an array of html: what the DOM would show. */
class Rows {
  html = [];
  touched = 0;

  rebuild(blocks) {
    this.html = blocks.map(block => block.h);
  }

  replace(at, removed, inserted) {
    this.html.splice(at, removed, ...inserted.map(block => block.h));
    this.touched += removed + inserted.length;
  }

  rewrite(at, block) {
    this.html[at] = block.h;
    this.touched++;
  }
}

const block = (k, l, h, e = l) => ({ k, l, e, h });

function opened(...blocks) {
  const rows = new Rows();
  const shown = new Blocks();
  shown.take({ seq: 1, all: structuredClone(blocks), why: null }, rows);
  return { rows, shown };
}

test("A patch before the first full message asks for one", () => {
  assert.equal(new Blocks().take({ seq: 1, edits: [] }, new Rows()), false);
});

test("A gap asks for a full message and changes nothing", () => {
  const { rows, shown } = opened(block(1, 0, "<p>甲</p>"));
  assert.equal(shown.take({ seq: 3, edits: [{ at: 0, del: 1 }] }, rows), false);
  assert.deepEqual(rows.html, ["<p>甲</p>"]);
  assert.equal(shown.seq, 1);
});

test("A splice changes one block and touches no other", () => {
  const { rows, shown } = opened(block(1, 0, "<p>甲</p>"), block(2, 2, "<p>乙丁</p>"), block(3, 4, "<p>戊</p>"));
  assert.ok(shown.take({ seq: 2, edits: [{ at: 1, l: 2, e: 3, p: 4, s: 5, t: "丙", shift: 1 }] }, rows));
  assert.deepEqual(rows.html, ["<p>甲</p>", "<p>乙丙丁</p>", "<p>戊</p>"]);
  assert.deepEqual(shown.list.map(each => [each.k, each.l, each.e]), [[1, 0, 0], [2, 2, 3], [3, 5, 5]]);
  assert.equal(rows.touched, 1);
});

test("An empty splice text deletes", () => {
  const { rows, shown } = opened(block(1, 0, "<p>甲乙</p>"));
  shown.take({ seq: 2, edits: [{ at: 0, l: 0, e: 0, p: 3, s: 5, t: "" }] }, rows);
  assert.deepEqual(rows.html, ["<p>乙</p>"]);
});

test("New lines alone touch no row", () => {
  const { rows, shown } = opened(block(1, 0, "<p>甲</p>"), block(2, 2, "<p>乙</p>"));
  shown.take({ seq: 2, edits: [{ at: 0, l: 0, e: 1, shift: 1 }] }, rows);
  assert.equal(rows.touched, 0);
  assert.deepEqual(shown.list.map(each => each.l), [0, 3]);
});

test("An empty patch counts", () => {
  const { rows, shown } = opened(block(1, 0, "<p>甲</p>"));
  assert.ok(shown.take({ seq: 2, edits: [] }, rows));
  assert.equal(shown.seq, 2);
});

test("Random patches make the same list and the same rows as the contract's own words", () => {
  const random = randomFrom(5);
  const upTo = most => Math.floor(random() * (most + 1));
  for (let run = 0; run < 300; run++) {
    const first = Array.from({ length: upTo(8) }, (_, i) => block(i, i * 2, `<p>${i}字</p>`));
    const { rows, shown } = opened(...first);
    const reference = { seq: 1, blocks: structuredClone(first) };
    for (let seq = 2, key = 100; seq < 12; seq++) {
      const length = reference.blocks.length;
      const edit = random() < 0.5 || length === 0
        ? { at: upTo(length), ins: Array.from({ length: upTo(3) }, () => block(key++, upTo(20), `<p>${key}</p>`)), shift: upTo(4) - 2 }
        : { at: upTo(length - 1), l: upTo(20), e: 30, p: 2, s: 4, t: `新${key}` };
      if (edit.ins) edit.del = upTo(Math.min(3, length - edit.at));
      const message = { seq, edits: [edit] };
      applyAsTold(reference, structuredClone(message));
      shown.take(structuredClone(message), rows);
      assert.deepEqual(shown.list, reference.blocks);
      assert.deepEqual(rows.html, reference.blocks.map(each => each.h));
    }
  }
});

test("The block of a line is found, and the footnotes behind them do not mislead", () => {
  const { shown } = opened(
    block(1, 0, "<h2>甲</h2>"), block(2, 4, "<p>乙</p>"), block(3, 9, "<p>丙</p>"),
    block(4, 2, '<section class="footnotes" role="doc-endnotes"></section>', 3),
  );
  assert.deepEqual([0, 3, 4, 8, 9, 99].map(line => shown.indexAt(line)), [0, 0, 1, 1, 2, 2]);
  assert.equal(opened(block(1, 3, "<p>甲</p>")).shown.indexAt(1), -1);
});

function applyAsTold(state, message) {
  for (const d of message.edits) {
    let next;
    if (d.l === undefined) {
      state.blocks.splice(d.at, d.del ?? 0, ...(d.ins ?? []));
      next = d.at + (d.ins?.length ?? 0);
    } else {
      const b = state.blocks[d.at];
      if (d.t !== undefined) b.h = b.h.slice(0, d.p) + d.t + b.h.slice(b.h.length - d.s);
      b.l = d.l;
      b.e = d.e;
      next = d.at + 1;
    }
    if (d.shift) for (let i = next; i < state.blocks.length; i++) { state.blocks[i].l += d.shift; state.blocks[i].e += d.shift; }
  }
  state.seq = message.seq;
}
