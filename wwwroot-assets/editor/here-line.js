import { colourClass } from "./presence.js";
import { say } from "./words.js";

const most = 5;
const pencil = "\u270e";

/** Who else has the article open, and whether they read or type. Told on the screen alone: an arrival interrupts nobody. */
export class HereLine {
  #host;
  #words;
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  #more = document.createElement("li");

  /** @param {{host: HTMLElement, words: Record<string, string>}} given  host: a list */
  constructor({ host, words }) {
    this.#host = host;
    this.#words = words;
    this.#more.className = "np-here-more";
    host.replaceChildren();
  }

  /** @param {import("./presence.js").PresentPage[]} pages */
  present(pages) {
    const people = peopleOf(pages);
    const rest = people.splice(most);
    const wanted = people.map(person => this.#item(person));
    if (rest.length > 0) wanted.push(this.#rest(rest));
    for (const [at, item] of wanted.entries()) {
      if (this.#host.children[at] !== item) this.#host.insertBefore(item, this.#host.children[at] ?? null);
    }
    while (this.#host.children.length > wanted.length) this.#host.lastChild.remove();
    for (const key of this.#items.keys()) if (!people.some(({ person }) => person === key)) this.#items.delete(key);
  }

  #item({ person, name, colour, isTyping }) {
    const state = isTyping ? "typing" : "reading";
    let item = this.#items.get(person);
    if (!item) {
      item = document.createElement("li");
      item.append(part("np-avatar"), part("np-here-name"), part("np-here-state"));
      item.firstChild.setAttribute("aria-hidden", "true");
      this.#items.set(person, item);
    }
    const [avatar, shownName, shownState] = item.children;
    item.className = colourClass(colour);
    item.dataset.state = state;
    put(avatar, isTyping ? pencil : String.fromCodePoint(name.codePointAt(0)));
    put(shownName, name);
    put(shownState, say(this.#words, state));
    item.title = `${name} (${shownState.textContent})`;
    return item;
  }

  #rest(people) {
    put(this.#more, say(this.#words, "more", people.length));
    this.#more.title = people.map(({ name }) => name).join(", ");
    return this.#more;
  }
}

/** Once each, whatever the number of their pages; this person is not among them. @param {import("./presence.js").PresentPage[]} pages */
export function peopleOf(pages) {
  const people = new Map();
  for (const { person, isMine, name, colour, isTyping } of pages) {
    if (isMine) continue;
    people.set(person, { person, name, colour, isTyping: isTyping || people.get(person)?.isTyping === true });
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name) || (one.person < other.person ? -1 : 1));
}

function part(className) {
  const element = document.createElement("span");
  element.className = className;
  return element;
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
