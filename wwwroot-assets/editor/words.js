// The words a host gives: saved ({0} the time), saving, connecting, offline, late, signedOut, broken and left ({0} changes each),
// notSaved, readOnly, count ({0} words, {1} minutes, {2} links, {3} line), placeholder, frontMatter, reading, typing,
// more ({0} people), inField and inFieldMany ({0} names); those of kept-banner.js and leftovers.js; those of the search panel
// below; and by their whole keys those that the hub answers with (why a push is refused, why there is no right to write, why
// the preview shows plain text).

/**
 * The host's words by key; a key it does not know is shown as it is, so that a missing word is seen and not silent.
 * @param {Record<string, string>} words  @param {string} key  @param {unknown[]} values  for {0}, {1}, …
 */
export function say(words, key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (whole, index) => (index in values ? String(values[index]) : whole));
}

const phrases = {
  "Find": "find", "Replace": "replaceWith", "next": "findNext", "previous": "findPrevious", "all": "findAll",
  "match case": "matchCase", "by word": "byWord", "regexp": "regexp", "replace": "replace", "replace all": "replaceAll",
  "close": "close", "current match": "currentMatch", "on line": "onLine", "replaced match on line $": "replacedOnLine",
  "replaced $ matches": "replacedMatches",
};

/** CodeMirror's own phrases in the host's words. @param {Record<string, string>} words */
export function phrasesOf(words) {
  return Object.fromEntries(Object.entries(phrases).filter(([, key]) => key in words).map(([own, key]) => [own, words[key]]));
}
