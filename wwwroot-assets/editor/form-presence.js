import { peopleOf } from "./here-line.js";
import { colourClass } from "./presence.js";
import { say } from "./words.js";

/**
 * The form's part in who is where. A field is an element with `data-key`; in it one with `data-here` says who else is in the field.
 */
export class FormPresence {
  #host;
  #words;
  #names;
  #stop = new AbortController();

  /**
   * @param {{host: HTMLElement, words: Record<string, string>, language: string, own: import("./own-place.js").OwnPlace}} given
   */
  constructor({ host, words, language, own }) {
    this.#host = host;
    this.#words = words;
    this.#names = new Intl.ListFormat(language);
    const on = (name, act) => host.addEventListener(name, act, { signal: this.#stop.signal });
    const keyOf = element => element?.closest?.("[data-key]")?.dataset.key ?? null;
    on("focusin", event => own.inField(keyOf(event.target)));
    on("focusout", event => own.inField(host.contains(event.relatedTarget) ? keyOf(event.relatedTarget) : null));
    on("input", () => own.types());
    own.inField(host.contains(document.activeElement) ? keyOf(document.activeElement) : null);
  }

  /** @param {import("./presence.js").PresentPage[]} pages */
  present(pages) {
    for (const place of this.#host.querySelectorAll("[data-here]")) {
      const people = peopleOf(pages.filter(page => page.field === place.dataset.here));
      const key = people.length > 1 ? "inFieldMany" : "inField";
      const text = people.length > 0 ? say(this.#words, key, this.#names.format(people.map(({ name }) => name))) : "";
      if (place.textContent === text) continue;
      place.textContent = text;
      place.className = `np-detail-here ${people.length > 0 ? colourClass(people[0].colour) : ""}`.trim();
    }
  }

  close() {
    this.#stop.abort();
  }
}
