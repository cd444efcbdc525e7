// A page that has to be loaded anew leaves word of where its writer was; the next one goes on from there, undo and all.
import { historyField } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

const oldest = 60_000;

/**
 * @typedef {object} Mark
 * @property {string} person
 * @property {number} version    whose text the rest speaks of
 * @property {object} selection  as CodeMirror writes it
 * @property {object} history    likewise: what undo takes back
 * @property {number} top        where the first line in sight begins
 * @property {number} hidden     pixels of it that are out of sight
 * @property {boolean} focused
 * @property {number} leftAt     milliseconds since 1970
 */

/** @param {EditorView} view  @returns {Omit<Mark, "person" | "version" | "leftAt">} */
export function markOf(view) {
  const { selection, history } = view.state.toJSON({ history: historyField });
  const scrolled = view.scrollDOM.scrollTop - view.documentPadding.top;
  const first = view.lineBlockAtHeight(Math.max(0, scrolled));
  return { selection, history, focused: document.activeElement === view.contentDOM, top: first.from, hidden: scrolled - first.top };
}

/** Not in pixels of the whole text: how high its lines are is known only of those in sight. @param {EditorView} view  @param {Mark} mark */
export function scrollTo(view, mark) {
  view.dispatch({ effects: EditorView.scrollIntoView(mark.top, { y: "start", yMargin: -mark.hidden }) });
}

/** What CodeMirror's state is made of instead of a fresh one. @param {Mark} mark */
export function stateFrom(mark, doc, config) {
  return EditorState.fromJSON({ doc: doc.toString(), selection: mark.selection, history: mark.history }, config, { history: historyField });
}

/** For this tab and its next load only. @param {Mark} mark */
export function leaveMark(articleId, mark) {
  try {
    sessionStorage.setItem(keyOf(articleId), JSON.stringify({ ...mark, leftAt: Date.now() }));
  } catch {
    // More than the browser keeps: the next load begins at the top.
  }
}

/** @returns {Mark | null} */
export function takeMark(articleId, person) {
  const left = sessionStorage.getItem(keyOf(articleId));
  sessionStorage.removeItem(keyOf(articleId));
  const mark = left === null ? null : JSON.parse(left);
  return mark !== null && mark.person === person && Date.now() - mark.leftAt < oldest ? mark : null;
}

function keyOf(articleId) {
  return `newsroom.mark.${articleId}`;
}
