// What one would write without a newsroom around it: CodeMirror, and markdown-it into innerHTML at each change, all in the
// page. The benchmark "key to preview" measures the portal beside it.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import MarkdownIt from "markdown-it";
import { articleLook } from "../editor/look.js";
import { markdown } from "../editor/markdown.js";

const renderer = new MarkdownIt();
const preview = document.getElementById("preview");

/** Shows a text; the benchmark calls this with the same one as the portal has. */
globalThis.openBaseline = text => {
  const show = doc => (preview.innerHTML = renderer.render(doc.toString()));
  const view = new EditorView({
    parent: document.getElementById("text"),
    state: EditorState.create({
      doc: text,
      extensions: [
        history(), drawSelection(), EditorView.lineWrapping, markdown, articleLook,
        keymap.of([...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "Article text", spellcheck: "false" }),
        EditorView.updateListener.of(update => update.docChanged && show(update.state.doc)),
      ],
    }),
  });
  show(view.state.doc);
  return view;
};
