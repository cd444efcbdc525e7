// What the toolbar and the shortcuts do to Markdown.
import { EditorSelection } from "@codemirror/state";
import { redo, undo } from "@codemirror/commands";

/** @type {Record<string, import("@codemirror/view").Command>} */
export const commands = {
  bold: around("**"),
  italic: around("*"),
  code: view => (spansLines(view) ? fence(view) : around("`")(view)),
  link: view => insertLink(view, "["),
  image: view => insertLink(view, "!["),
  heading,
  list: prefixed("- ", /^\s*[-*+]\s+/),
  quote: prefixed("> ", /^\s*>\s?/),
  table,
  undo,
  redo,
};

export const shortcuts = [
  { key: "Mod-b", run: commands.bold },
  { key: "Mod-i", run: commands.italic },
  { key: "Mod-k", run: commands.link },
];

/** Puts the mark around each selection, or takes it away where it stands already. */
function around(mark) {
  return view => {
    const { state } = view;
    const size = mark.length;
    const spec = state.changeByRange(range => {
      const outer = state.sliceDoc(Math.max(0, range.from - size), range.from) === mark
        && state.sliceDoc(range.to, range.to + size) === mark;
      if (outer) {
        return {
          changes: [{ from: range.from - size, to: range.from }, { from: range.to, to: range.to + size }],
          range: EditorSelection.range(range.anchor - size, range.head - size),
        };
      }
      return {
        changes: [{ from: range.from, insert: mark }, { from: range.to, insert: mark }],
        range: EditorSelection.range(range.anchor + size, range.head + size),
      };
    });
    return change(view, spec);
  };
}

function spansLines({ state }) {
  const { from, to } = state.selection.main;
  return state.doc.lineAt(from).number !== state.doc.lineAt(to).number;
}

function fence(view) {
  const { state } = view;
  const { from, to } = state.selection.main;
  const start = state.doc.lineAt(from).from;
  const end = state.doc.lineAt(to).to;
  return change(view, { changes: [{ from: start, insert: "```\n" }, { from: end, insert: "\n```" }] });
}

/** The selection becomes the words of the link, and the caret waits for its address. */
function insertLink(view, opening) {
  const { state } = view;
  const spec = state.changeByRange(range => {
    const words = state.sliceDoc(range.from, range.to);
    const caret = range.from + opening.length + (words === "" ? 0 : words.length + 2);
    return {
      changes: { from: range.from, to: range.to, insert: `${opening}${words}]()` },
      range: EditorSelection.cursor(caret),
    };
  });
  return change(view, spec);
}

/** None, two, three, four signs, and none again: one sign is the headline's own. */
function heading(view) {
  return eachLine(view, text => {
    const signs = /^#{0,6}(?=\s|$)/.exec(text)?.[0].length ?? 0;
    const bare = text.replace(/^#{1,6}\s+/, "");
    const next = signs === 0 ? 2 : signs < 4 ? signs + 1 : 0;
    return next === 0 ? bare : `${"#".repeat(next)} ${bare}`;
  });
}

function prefixed(prefix, pattern) {
  return view => {
    const lines = linesOf(view);
    const takeAway = lines.every(line => pattern.test(line.text));
    return eachLine(view, text => (takeAway ? text.replace(pattern, "") : pattern.test(text) ? text : prefix + text));
  };
}

function table(view) {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.to);
  const gap = line.length === 0 ? "" : "\n\n";
  const insert = `${gap}|  |  |\n| --- | --- |\n|  |  |\n`;
  return change(view, {
    changes: { from: line.to, insert },
    selection: { anchor: line.to + gap.length + 2 },
  });
}

function eachLine(view, rewrite) {
  const changes = linesOf(view).map(line => replacement(line, rewrite(line.text))).filter(each => each !== null);
  return change(view, { changes });
}

/** Only what differs at the start of the line is replaced, so that carets and other people's edits stay where they are. */
function replacement(line, text) {
  let tail = 0;
  const most = Math.min(text.length, line.length);
  while (tail < most && text[text.length - 1 - tail] === line.text[line.length - 1 - tail]) tail++;
  if (tail === line.length && tail === text.length) return null;
  return { from: line.from, to: line.to - tail, insert: text.slice(0, text.length - tail) };
}

function linesOf({ state }) {
  const { from, to } = state.selection.main;
  const lines = [];
  for (let at = from; ; ) {
    const line = state.doc.lineAt(at);
    lines.push(line);
    if (line.to >= to) return lines;
    at = line.to + 1;
  }
}

function change(view, spec) {
  if (view.state.readOnly) return false;
  view.dispatch(view.state.update(spec, { scrollIntoView: true, userEvent: "input.format" }));
  view.focus();
  return true;
}
