import { GFM } from "@lezer/markdown";
import {
  commonmarkLanguage, deleteMarkupBackward, insertNewlineContinueMarkup, pasteURLAsLink,
} from "@codemirror/lang-markdown";
import { Language } from "@codemirror/language";
import { keymap } from "@codemirror/view";

// The ready-made markdown() brings the html, css and javascript modes along, a third of the bundle; and Hugo knows neither
// the ~sub~ nor the :emoji: of markdownLanguage.
const language = new Language(commonmarkLanguage.data, commonmarkLanguage.parser.configure([GFM]), [], "markdown");

export const markdown = [
  language,
  pasteURLAsLink,
  keymap.of([
    { key: "Enter", run: insertNewlineContinueMarkup },
    { key: "Backspace", run: deleteMarkupBackward },
  ]),
];
