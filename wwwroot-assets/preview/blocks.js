// The preview's blocks, as the server's messages change them. Lines are 0-based lines of the body, offsets UTF-16 units.

/**
 * @typedef {object} Block
 * @property {number} k  key: unique, stable while the block lives
 * @property {number} l  first line
 * @property {number} e  last line
 * @property {string} h  safe html
 */
/**
 * @typedef {object} Rows  told of each step, in order
 * @property {(blocks: Block[]) => void} rebuild
 * @property {(at: number, removed: number, inserted: Block[]) => void} replace
 * @property {(at: number, block: Block) => void} rewrite
 */

export class Blocks {
  /** @type {Block[]} */
  list = [];
  /** @type {number | null} */
  seq = null;

  /**
   * @param {object} message  full (`all`) or patch (`edits`)
   * @param {Rows} rows
   * @returns {boolean} false: a message is missing before this one, ask for a full one
   */
  take(message, rows) {
    if (message.all) {
      this.list = message.all;
      rows.rebuild(this.list);
    } else if (this.seq === null || message.seq !== this.seq + 1) {
      return false;
    } else {
      for (const edit of message.edits ?? []) this.#edit(edit, rows);
    }
    this.seq = message.seq;
    return true;
  }

  /** How many blocks follow the order of the text: the footnotes stand last wherever they were written. */
  get inOrder() {
    return this.list.at(-1)?.h.startsWith('<section class="footnotes"') ? this.list.length - 1 : this.list.length;
  }

  /** The block that holds a line, or the last one before it; -1 before the first. */
  indexAt(line) {
    let low = 0;
    let high = this.inOrder;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.list[middle].l <= line) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #edit(edit, rows) {
    const replaces = edit.l === undefined;
    if (replaces) {
      const inserted = edit.ins ?? [];
      this.list.splice(edit.at, edit.del ?? 0, ...inserted);
      rows.replace(edit.at, edit.del ?? 0, inserted);
      this.#shift(edit.at + inserted.length, edit.shift);
      return;
    }
    const block = this.list[edit.at];
    block.l = edit.l;
    block.e = edit.e;
    if (edit.t !== undefined) {
      block.h = block.h.slice(0, edit.p) + edit.t + block.h.slice(block.h.length - edit.s);
      rows.rewrite(edit.at, block);
    }
    this.#shift(edit.at + 1, edit.shift);
  }

  #shift(from, lines) {
    if (!lines) return;
    for (let i = from; i < this.list.length; i++) {
      this.list[i].l += lines;
      this.list[i].e += lines;
    }
  }
}
