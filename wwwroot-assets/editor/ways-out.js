import { say } from "./words.js";

/**
 * The ways out for text that the server does not take: copy, download, a new draft, discard. Its words: copy, copied, download,
 * asDraft, discard, discardNow, failed ({0} why).
 */
export class WaysOut {
  #words;
  #articleId;
  #text;
  #forget;
  #gone;
  #said = document.createElement("span");

  /**
   * @param {object} given
   * @param {() => Promise<string>} given.text
   * @param {() => Promise<void>} given.forget  drops it from this computer
   * @param {() => void} given.gone             after that, where the person stays on the page
   */
  constructor({ words, articleId, text, forget, gone }) {
    this.#words = words;
    this.#articleId = articleId;
    this.#text = text;
    this.#forget = forget;
    this.#gone = gone;
    this.#said.setAttribute("role", "status");
  }

  /** @param {HTMLElement} host */
  addTo(host) {
    host.append(
      this.#button("copy", () => this.#copy()),
      this.#button("download", () => this.#download()),
      this.#button("asDraft", () => this.#makeDraft()),
      this.#button("discard", button => this.#discard(button)),
      this.#said,
    );
  }

  async #copy() {
    await copy(await this.#text());
    this.#said.textContent = say(this.#words, "copied");
  }

  async #download() {
    download(`article-${this.#articleId}.md`, await this.#text());
  }

  async #makeDraft() {
    const answer = await fetch("/articles/drafts", {
      method: "POST", headers: { "Content-Type": "text/markdown; charset=utf-8" }, body: await this.#text(),
    });
    if (answer.status !== 201) throw new Error((await answer.text()) || String(answer.status));
    await this.#forget();
    location.assign(answer.headers.get("Location"));
  }

  /** There is no other copy: it takes a second press. */
  async #discard(button) {
    if (button.dataset.sure !== "true") {
      button.dataset.sure = "true";
      button.textContent = say(this.#words, "discardNow");
      return;
    }
    await this.#forget();
    this.#gone();
  }

  #button(word, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say(this.#words, word);
    button.addEventListener("click", async () => {
      try {
        await act(button);
      } catch (error) {
        this.#said.textContent = say(this.#words, "failed", error.message);
      }
    });
    return button;
  }
}

/** @param {string} name  @param {string} text */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Plain http on a local network has no clipboard for scripts; an old command does it there. */
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const box = document.createElement("textarea");
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (!done) throw new Error("execCommand");
}
