import TurndownService from "turndown";
import { gfm } from "turndown-plugin-gfm";

const converter = new TurndownService({ headingStyle: "atx", bulletListMarker: "-", codeBlockStyle: "fenced", emDelimiter: "*" });
converter.use(gfm);
converter.remove(["style", "script", "title", "meta"]);
// Google Docs wraps everything in a <b> that is not bold, and Word leaves its bookmarks as links to nowhere.
converter.addRule("notBold", {
  filter: node => node.nodeName === "B" && /normal|400/.test(node.style.fontWeight),
  replacement: content => content,
});
converter.addRule("nowhere", {
  filter: node => node.nodeName === "A" && !node.getAttribute("href"),
  replacement: content => content,
});

/** @param {string} html  @returns {string} Markdown */
export function markdownOf(html) {
  return converter.turndown(html).replace(/\r\n?/g, "\n").replace(/\u00a0/g, " ");
}
