// The length of a text as Hong Kong papers count it: each Han character (and kana) is one, each Latin word is one, each
// number is one; punctuation and what only Markdown sees count nothing.

const charactersAMinute = 400;

const unseen = new RegExp(
  [
    "^(?:```|~~~).*$", // the fences of code
    "<!--(?:(?!<!--)[^])*?-->",
    "\\{\\{[<%](?:(?!\\{\\{)[^])*?[>%]\\}\\}", // shortcodes
    "\\]\\([^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*(?:\\s+\"[^\"]*\")?\\)", // the address of a link or picture
    "^ {0,3}\\[[^\\[\\]\n]+\\]:.*$", // reference definitions
    "<\\/?[a-zA-Z][^<>]*>",
  ].join("|"),
  "gm",
);

const address = /https?:\/\/[^\s\u3000-\u9fff\uff00-\uffef]+/g;
const letter = /[\p{L}\p{M}\p{N}]/u;

// A picture may be what a link shows, so closings are counted and pictures taken off. No pattern here looks past the next
// sign like its own first one: a text of brackets alone must not take the square of its length.
const closings = /\]\(|\]\[|<https?:\/\/[^<>\s]+>/g;
const pictures = /!\[[^\[\]\n]*\][([]/g;

/**
 * @param {string} body
 * @returns {{words: number, minutes: number, links: number}}
 */
export function countOf(body) {
  const words = wordsOf(body.replace(unseen, " ").replace(address, "a"));
  const links = (body.match(closings)?.length ?? 0) - (body.match(pictures)?.length ?? 0);
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / charactersAMinute)), links };
}

/** By code units, without an array of the words: it runs beside somebody's typing. */
function wordsOf(text) {
  let words = 0;
  let within = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHan(unit)) {
      words++;
      within = false;
      if (isHigh(unit)) i++;
    } else if (isLetter(text, unit, i)) {
      if (!within) words++;
      within = true;
    } else {
      within = within && joins(text, i);
    }
  }
  return words;
}

/** Han, kana, and the planes of rare Han characters by the first half of their pairs. */
function isHan(unit) {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0xf900 && unit <= 0xfaff)
    || unit === 0x3005 || unit === 0x3007 || (unit >= 0xd840 && unit <= 0xd8bf);
}

function isHigh(unit) {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLetter(text, unit, at) {
  if (unit < 128) return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  return letter.test(text[at]);
}

/** Signs inside one word, and those inside one number. */
function joins(text, at) {
  const next = text.charCodeAt(at + 1);
  if (at + 1 >= text.length || isHan(next) || !isLetter(text, next, at + 1)) return false;
  const sign = text[at];
  if ("'’.&-".includes(sign)) return true;
  return ",:/".includes(sign) && /\d/.test(text[at - 1]) && /\d/.test(text[at + 1]);
}
