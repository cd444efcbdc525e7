// What the page calls. A desk outlives its page's elements: when Blazor pauses or re-creates a circuit, the page is made
// anew, and the same live editor is put into it.
import { Connection } from "./connection.js";
import { Desk } from "./desk.js";
import { Session } from "./session.js";

export { articlesLeft, forgetAll, showLeftovers } from "./leftovers.js";

/**
 * @typedef {object} DeskOptions
 * @property {number} articleId
 * @property {string} person             whose page it is
 * @property {number} mostBytes          as long as the file may be, in UTF-8
 * @property {HTMLElement} textHost      the editor is put here; nothing else may change its children
 * @property {HTMLElement} previewHost   the region of the preview, likewise
 * @property {HTMLElement} stateHost     says whether the text is saved; data-state is saved, saving, offline or refused
 * @property {HTMLElement} countHost
 * @property {HTMLElement} [hereHost]    a list: who else is here
 * @property {HTMLElement} [formHost]    its fields say who else is in them; see form-presence.js
 * @property {HTMLElement} keptHost      tells of text that came late, or was not taken
 * @property {boolean} mayWrite
 * @property {Record<string, string>} words  see words.js
 * @property {string} [language]  BCP 47, of the words; needed with formHost
 * @property {string} timeZone  IANA name, for the time of saving
 * @property {string} label     the editor's accessible name
 */

const reattachLimit = 5000;

/** @type {Map<number, Desk>} */
const desks = new Map();
/** @type {Map<number, Promise<Desk>>} */
const opening = new Map();
let connection = null;

globalThis.newsroom = Object.assign(globalThis.newsroom ?? {}, {
  desks,
  settle: settleAll,
  isWritten: () => [...desks.values()].some(desk => desk.isWritten),
  leaveMarks: () => { for (const desk of desks.values()) desk.leaveMark(); },
});

/**
 * @param {DeskOptions} options
 * @returns the handle that the page holds; it goes on working when the page is made anew and opens the desk again
 */
export async function openDesk(options) {
  const { articleId } = options;
  let desk = desks.get(articleId);
  if (desk) desk.attach(options);
  else desk = await openOnce(options);
  return {
    settle: limit => desk.settle(limit ?? undefined),
    version: () => desk.version(),
    text: () => desk.text(),
    focus: () => desk.focus(),
    command: name => desk.command(name),
    goToLine: line => desk.goToLine(line),
    markStop: (line, text, message) => desk.markStop(line, text, message),
    caretLine: () => desk.caretLine(),
    setReadOnly: readOnly => desk.setReadOnly(readOnly),
    showFrontMatter: shown => desk.showFrontMatter(shown),
    dispose: () => leave(desk, options),
  };
}

/** For a page that is about to load anew: true when everything typed is acknowledged. */
async function settleAll(limit) {
  const versions = await Promise.all([...desks.values()].map(desk => desk.settle(limit)));
  return versions.every(version => version !== null);
}

async function openOnce(options) {
  const { articleId } = options;
  connection ??= new Connection(options.person);
  const first = !opening.has(articleId);
  if (first) {
    opening.set(articleId, Session.open(connection, options).then(session => {
      const desk = new Desk(options, session);
      desks.set(articleId, desk);
      return desk;
    }).finally(() => opening.delete(articleId)));
  }
  const desk = await opening.get(articleId);
  if (!first) desk.attach(options);
  return desk;
}

/** The page went away. Unless another takes the desk over, it is closed when its text is safe. */
async function leave(desk, options) {
  await desk.settle(reattachLimit);
  if (!desk.shows(options)) return;
  desks.delete(options.articleId);
  await desk.close();
}
