// The length of a text as Hong Kong papers count it: each Han character (and kana) is one, each Latin word is one, each
// number is one; punctuation and what only Markdown sees count nothing.

const charactersAMinute = 400;

const unseen = new RegExp(
  [
    "^(?:```|~~~).*$", // the fences of code
    "<!--[^]*?-->",
    "\\{\\{[<%][^]*?[>%]\\}\\}", // shortcodes
    "\\]\\([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*(?:\\s+\"[^\"]*\")?\\)", // the address of a link or picture
    "^ {0,3}\\[[^\\]]+\\]:.*$", // reference definitions
    "<\\/?[a-zA-Z][^<>]*>",
  ].join("|"),
  "gm",
);

const counted = new RegExp(
  [
    "https?:\\/\\/[^\\s\\p{Script=Han}]+",
    "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]",
    "\\p{N}+(?:[.,:/]\\p{N}+)*",
    "(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\p{M}\\p{N}])+"
      + "(?:['’.&-](?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\p{M}\\p{N}])+)*",
  ].join("|"),
  "gu",
);

const linked = /(?<!!)\[[^\]\n]*\]\([^)\n]*\)|(?<!!)\[[^\]\n]+\]\[[^\]\n]*\]|<https?:\/\/[^>\s]+>/g;

/**
 * @param {string} body
 * @returns {{words: number, minutes: number, links: number}}
 */
export function countOf(body) {
  const words = body.replace(unseen, " ").match(counted)?.length ?? 0;
  const links = body.match(linked)?.length ?? 0;
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / charactersAMinute)), links };
}
