import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--np-ink)", backgroundColor: "var(--np-paper)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--np-text-font)", fontSize: "1.0625rem", lineHeight: "1.75", overflow: "auto" },
  ".cm-content": {
    maxWidth: "38em", margin: "0 auto", padding: "1.5rem 1.25rem 40vh", caretColor: "var(--np-ink)",
    overflowWrap: "anywhere",
  },
  ".cm-line": { padding: "0" },
  ".cm-cursor": { borderLeftColor: "var(--np-ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--np-accent) 22%, transparent)",
  },
  ".cm-placeholder": { color: "var(--np-muted)" },
  ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--np-warn) 30%, transparent)" },
  ".cm-searchMatch-selected": { backgroundColor: "color-mix(in srgb, var(--np-warn) 60%, transparent)" },
  ".cm-panels": { color: "var(--np-ink)", backgroundColor: "var(--np-surface)" },
  ".cm-panels.cm-panels-top, .cm-panels.cm-panels-bottom": { borderColor: "var(--np-line)" },
  ".cm-panel button[name=close]": { color: "inherit" },
  ".cm-button, .cm-textfield": {
    color: "inherit", background: "var(--np-paper)", border: "1px solid var(--np-line)", borderRadius: "4px",
  },
});

const plainTheme = EditorView.theme({
  "&": { height: "auto", backgroundColor: "var(--np-surface)" },
  ".cm-scroller": { fontFamily: "var(--np-mono-font)", fontSize: "0.875rem", lineHeight: "1.6" },
  ".cm-content": { maxWidth: "none", padding: "0.75rem 1.25rem" },
});

const highlights = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700", color: "var(--np-ink)" },
  { tag: tags.strong, fontWeight: "700" },
  // Slanted Han characters are hard to read; a colour says the same.
  { tag: tags.emphasis, color: "var(--np-accent)" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: tags.link, color: "var(--np-accent)" },
  { tag: tags.url, color: "var(--np-muted)" },
  { tag: tags.quote, color: "var(--np-muted)" },
  { tag: tags.monospace, fontFamily: "var(--np-mono-font)" },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.comment], color: "var(--np-muted)" },
]);

export const articleLook = [theme, syntaxHighlighting(highlights)];

// What comes first has precedence.
export const plainLook = [plainTheme, theme];
