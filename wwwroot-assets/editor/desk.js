import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { followScroll } from "../preview/scroll.js";
import { commands, shortcuts } from "./commands.js";
import { CountLine } from "./count-line.js";
import { FormPresence } from "./form-presence.js";
import { HereLine } from "./here-line.js";
import { KeptBanner } from "./kept-banner.js";
import { articleLook, plainLook } from "./look.js";
import { markOf, scrollTo } from "./mark.js";
import { markdown } from "./markdown.js";
import { OwnPlace } from "./own-place.js";
import { paste } from "./paste.js";
import { presence, showPresent, typing } from "./presence.js";
import { SaveLine } from "./save-line.js";
import { sizeLimit } from "./size-limit.js";
import { markStop, stopMark } from "./stop-mark.js";
import { bodyWindow, frontMatterWindow } from "./text-pane.js";
import { phrasesOf, say } from "./words.js";
import { wellFormed } from "./well-formed.js";

const settleLimit = 10_000;
const retryPause = 2000;

/** One article under work: its text, its preview, its state, and the elements they are shown in. */
export class Desk {
  #session;
  #manuscript;
  #body;
  #frontMatter = null;
  #frontMatterHost = null;
  #lines = [];
  #banner = null;
  #stopScroll;
  #access = new Compartment();
  #locked = false;
  #waiting = new Set();
  #retry = null;
  #scrollTop = 0;
  #own;
  #present = [];
  #options;

  /**
   * @param {import("./index.js").DeskOptions} options
   * @param {import("./session.js").Session} session
   */
  constructor(options, session) {
    this.#options = options;
    this.#session = session;
    this.#manuscript = session.manuscript;
    this.#own = new OwnPlace(place => session.see(place));
    this.#body = this.#manuscript.open(bodyWindow, [
      this.#common(options.label),
      markdown, paste, articleLook, stopMark,
      sizeLimit(options.mostBytes, () => this.#outsideBody(), () => this.#banner?.refusePaste()),
      keymap.of(shortcuts),
      placeholder(say(options.words, "placeholder")),
      presence(this.#own),
      EditorView.contentAttributes.of({ lang: "zh-HK" }),
      EditorView.updateListener.of(update => this.#follow(update)),
    ], session.mark);
    this.#body.view.scrollDOM.addEventListener("scroll", () => {
      if (this.#body.view.dom.isConnected) this.#scrollTop = this.#body.view.scrollDOM.scrollTop;
    }, { passive: true });
    this.#stopScroll = followScroll(this.#body.view, session.preview);
    session.onProgress = () => this.#progressed();
    session.onJoined = () => this.#own.again();
    session.onPresent = pages => this.#showPresent(pages);
    this.attach(options);
    if (session.mark) scrollTo(this.#body.view, session.mark);
    if (session.mark?.focused) this.focus();
  }

  /** Puts everything into the page's elements: at first, and when Blazor has made the page anew. */
  attach(options) {
    this.#options = options;
    for (const line of this.#lines) line.close?.();
    const { textHost, previewHost, stateHost, countHost, hereHost, formHost, keptHost, words, timeZone, language } = options;
    textHost.replaceChildren(this.#body.view.dom);
    previewHost.replaceChildren(this.#session.preview.root);
    const view = this.#body.view;
    this.#lines = [new SaveLine({ host: stateHost, words, timeZone }), new CountLine({ host: countHost, words, view })];
    if (hereHost) this.#lines.push(new HereLine({ host: hereHost, words }));
    if (formHost) this.#lines.push(new FormPresence({ host: formHost, words, language, own: this.#own }));
    for (const line of this.#lines) line.present?.(this.#present);
    this.#banner = new KeptBanner({
      host: keptHost, words, mostBytes: options.mostBytes, session: this.#session, goTo: position => this.#goTo(position),
    });
    if (this.#frontMatterHost) textHost.prepend(this.#frontMatterHost);
    view.scrollDOM.scrollTop = this.#scrollTop;
    view.requestMeasure();
    this.setReadOnly(!options.mayWrite);
    this.#progressed();
  }

  /** Whether this desk is still the one shown in those elements. */
  shows(options) {
    return this.#options === options;
  }

  /** Resolves to the version on the screen once everything typed is acknowledged; to null when that takes too long. */
  settle(limit = settleLimit) {
    const { authority } = this.#session;
    if (authority.unconfirmed.length === 0) return Promise.resolve(authority.version);
    return new Promise(resolve => {
      const waiting = { resolve, timer: setTimeout(() => this.#answer(waiting, null), limit) };
      this.#waiting.add(waiting);
    });
  }

  version() {
    return this.#session.authority.version;
  }

  text() {
    return this.#session.authority.doc.toString();
  }

  /** What the text pane holds, all of it: the page itself shows only the lines in sight. */
  body() {
    return this.#body.view.state.doc.toString();
  }

  focus() {
    this.#body.view.focus();
  }

  /** Whether somebody is at it, so that the page must not go away under their hands. */
  get isWritten() {
    return [this.#body, this.#frontMatter].some(pane => pane?.view.hasFocus || pane?.view.composing);
  }

  /** For the page that is loaded in this one's place. */
  leaveMark() {
    this.#session.leaveMark(markOf(this.#body.view));
  }

  /** @param {number} line  1-based, of the body; beyond the end: the last one */
  goToLine(line) {
    const { doc } = this.#body.view.state;
    const anchor = doc.line(Math.max(1, Math.min(line, doc.lines))).from;
    this.#body.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  }

  /** @param {number | null} line  1-based, of the body  @param {string | null} text  @param {string | null} message  see stop-mark.js */
  markStop(line, text, message) {
    this.#body.view.dispatch(markStop(this.#body.view.state, line, text, message));
  }

  /** 1-based, of the body */
  caretLine() {
    const { doc, selection } = this.#body.view.state;
    return doc.lineAt(selection.main.head).number;
  }

  command(name) {
    if (!(name in commands)) throw new Error(`No command "${name}"; there are: ${Object.keys(commands).join(", ")}.`);
    return commands[name](this.#body.view);
  }

  setReadOnly(readOnly) {
    this.#locked = readOnly;
    this.#applyAccess();
  }

  showFrontMatter(shown) {
    if (shown === (this.#frontMatter !== null)) return;
    if (shown) {
      this.#frontMatter = this.#manuscript.open(frontMatterWindow, [
        this.#common(say(this.#options.words, "frontMatter")), plainLook,
      ]);
      this.#frontMatterHost = document.createElement("div");
      this.#frontMatterHost.className = "np-front-matter";
      this.#frontMatterHost.append(this.#frontMatter.view.dom);
      this.#options.textHost.prepend(this.#frontMatterHost);
    } else {
      this.#manuscript.close(this.#frontMatter);
      this.#frontMatterHost.remove();
      this.#frontMatter = this.#frontMatterHost = null;
    }
  }

  async close() {
    for (const line of this.#lines) line.close?.();
    clearTimeout(this.#retry);
    this.#own.close();
    this.#stopScroll();
    this.showFrontMatter(false);
    this.#manuscript.close(this.#body);
    await this.#session.close();
  }

  #common(label) {
    return [
      wellFormed,
      history(), drawSelection(), search({ top: true }), highlightSelectionMatches({ minSelectionLength: 2 }),
      EditorView.lineWrapping,
      typing(this.#own),
      EditorState.allowMultipleSelections.of(true),
      EditorState.phrases.of(phrasesOf(this.#options.words)),
      // Within reach of the keyboard also while it is read-only, to be scrolled.
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off", tabindex: "0" }),
      this.#access.of(this.#accessNow()),
      keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    ];
  }

  #follow(update) {
    for (const line of this.#lines) line.follow?.(update);
  }

  #showPresent(pages) {
    this.#present = pages;
    showPresent(this.#body.view, pages);
    for (const line of this.#lines) line.present?.(pages);
  }

  #progressed() {
    const { authority } = this.#session;
    this.#lines[0].show(authority, this.#session);
    this.#banner?.show();
    this.#applyAccess();
    if (authority.unconfirmed.length === 0) {
      for (const waiting of [...this.#waiting]) this.#answer(waiting, authority.version);
    }
    if (authority.refused !== null && !authority.refusedForGood) this.#retry ??= setTimeout(() => this.#tryAgain(), retryPause);
  }

  /** @param {number} position  in the whole file */
  #goTo(position) {
    const { view, span } = this.#body;
    const anchor = Math.max(0, Math.min(position - span.from, view.state.doc.length));
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    view.focus();
  }

  /** Of the file's bytes; its front matter is short, so that they need not be counted. */
  #outsideBody() {
    return (this.#session.authority.doc.length - this.#body.view.state.doc.length) * 3;
  }

  #tryAgain() {
    this.#retry = null;
    this.#session.authority.retry();
  }

  #answer(waiting, version) {
    clearTimeout(waiting.timer);
    this.#waiting.delete(waiting);
    waiting.resolve(version);
  }

  #accessNow() {
    return EditorState.readOnly.of(this.#readOnly);
  }

  get #readOnly() {
    return this.#locked || !this.#session.authority.standing.mayWrite || this.#session.authority.broken;
  }

  #applyAccess() {
    for (const pane of [this.#body, this.#frontMatter]) {
      if (!pane || pane.view.state.readOnly === this.#readOnly) continue;
      pane.view.dispatch({ effects: this.#access.reconfigure(this.#accessNow()) });
    }
  }
}
