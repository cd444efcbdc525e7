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
// Turndown's own indents every item by four columns.
converter.addRule("item", {
  filter: "li",
  replacement(content, node, options) {
    const list = node.parentNode;
    const first = Number(list.getAttribute("start") ?? 1);
    const mark = list.nodeName === "OL" ? `${first + [...list.children].indexOf(node)}. ` : `${options.bulletListMarker} `;
    const text = content.replace(/^\n+|\n+$/g, "").replace(/\n(?=.)/g, `\n${" ".repeat(mark.length)}`);
    return `${mark}${text}${node.nextElementSibling ? "\n" : ""}`;
  },
});

/** @param {string} html  @returns {string} Markdown */
export function markdownOf(html) {
  return converter.turndown(html).replace(/\r\n?/g, "\n").replace(/\u00a0/g, " ");
}
