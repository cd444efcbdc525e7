import { Blocks } from "./blocks.js";
import { say } from "../editor/words.js";

/** The article as it will be published; only the blocks that differ are touched. */
export class Preview {
  blocks = new Blocks();
  root = element("div", "np-preview");
  content = element("div", "content");
  #head = element("header", "head");
  #aside = element("aside", "aside");
  #why = element("p", "why");
  #words;
  #askForAll;
  /** Messages that came while a full one was asked for; null when none is. @type {object[] | null} */
  #waiting = null;

  /** @param {{words: Record<string, string>, askForAll: () => Promise<object>}} given */
  constructor({ words, askForAll }) {
    this.#words = words;
    this.#askForAll = askForAll;
    this.root.tabIndex = 0;
    this.#why.hidden = true;
    this.#aside.hidden = true;
    const page = element("article", "page");
    page.append(this.#head, this.content);
    this.root.append(this.#why, page, this.#aside);
    this.root.addEventListener("click", event => followLink(event, this.root));
  }

  take(message) {
    if (this.#waiting) return void this.#waiting.push(message);
    if (message.head !== undefined && message.head !== null) fill(this.#head, message.head);
    if (message.aside !== undefined && message.aside !== null) {
      fill(this.#aside, message.aside);
      this.#aside.hidden = message.aside === "";
    }
    if (!this.blocks.take(message, this)) return void this.refresh();
    if (message.all) this.#explain(message.why);
  }

  /** After a gap, or a new connection: everything once. Patches that overtake it are applied behind it. */
  async refresh() {
    if (this.#waiting) return;
    this.#waiting = [];
    let full = null;
    try {
      full = await this.#askForAll();
    } catch {
      // The connection is gone; the next one asks again.
    }
    const overtook = this.#waiting;
    this.#waiting = null;
    if (!full) return;
    this.take(full);
    for (const message of overtook) if (message.seq > full.seq) this.take(message);
  }

  rebuild(blocks) {
    this.content.replaceChildren(...blocks.map(rowOf));
  }

  replace(at, removed, inserted) {
    const rows = this.content.children;
    for (let i = 0; i < removed; i++) rows[at].remove();
    const next = rows[at] ?? null;
    for (const block of inserted) this.content.insertBefore(rowOf(block), next);
  }

  rewrite(at, block) {
    fill(this.content.children[at], block.h);
  }

  #explain(why) {
    this.#why.hidden = !why;
    this.#why.textContent = why ? say(this.#words, why) : "";
  }
}

function rowOf(block) {
  const row = element("div", "block");
  row.dataset.key = String(block.k);
  fill(row, block.h);
  return row;
}

/** Parsed in a document without a window, so that pictures wait until they are told to be lazy. */
function fill(target, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const picture of template.content.querySelectorAll("img, iframe")) picture.loading = "lazy";
  target.replaceChildren(template.content);
}

/** A link in the preview must not lead away from the text being written. */
function followLink(event, root) {
  const link = event.target.closest?.("a[href]");
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  const address = link.getAttribute("href");
  if (address.startsWith("#")) {
    root.querySelector(`[id="${CSS.escape(decodeURIComponent(address.slice(1)))}"]`)?.scrollIntoView({ block: "nearest" });
  } else if (/^https?:$/.test(link.protocol)) {
    window.open(link.href, "_blank", "noopener,noreferrer");
  }
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
