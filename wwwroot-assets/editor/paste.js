// Text from Word and web pages becomes Markdown. The converter is fetched at the first such paste.
import { isolateHistory } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** What is pasted or dropped as plain text: one kind of line break, as the document has. */
const oneLineBreak = EditorView.clipboardInputFilter.of(text => text.replace(/\r\n?/g, "\n"));

const fromPages = EditorView.domEventHandlers({
  paste(event, view) {
    const html = event.clipboardData?.getData("text/html");
    if (!html || view.state.readOnly || isPlain(html, event.clipboardData)) return false;
    const text = event.clipboardData.getData("text/plain");
    event.preventDefault();
    convert(view, html, text);
    return true;
  },
});

/** Undone by itself, not with the words typed right after it. */
const undoneAlone = EditorState.transactionExtender.of(transaction =>
  transaction.isUserEvent("input.paste") ? { annotations: isolateHistory.of("full") } : null);

export const paste = [oneLineBreak, fromPages, undoneAlone];

/** Code editors and CodeMirror itself put coloured HTML beside the text: there the text is what was meant. */
function isPlain(html, data) {
  return data.types.includes("vscode-editor-data") || !/<(?:a|b|strong|i|em|h[1-6]|ul|ol|table|img|blockquote)\b/i.test(html);
}

async function convert(view, html, text) {
  const markdown = await import("./page-text.js").then(module => module.markdownOf(html), () => text);
  view.dispatch(view.state.replaceSelection(markdown), { userEvent: "input.paste", scrollIntoView: true });
}
