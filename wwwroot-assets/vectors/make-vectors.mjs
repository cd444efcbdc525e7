// Makes NewsroomPortal.Tests/Foundation/Changes/vectors.json with the real @codemirror/state and @codemirror/collab, so
// that the server's twin cannot drift. Run from wwwroot-assets: node vectors/make-vectors.mjs
import { writeFileSync } from "node:fs"
import { ChangeSet, Text } from "@codemirror/state"
import { rebaseUpdates } from "@codemirror/collab"

const target = new URL("../../NewsroomPortal.Tests/Foundation/Changes/vectors.json", import.meta.url)

// mulberry32: the same cases on every run.
let seed = 20240607
function random() {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const below = n => Math.floor(random() * n)
const pick = list => list[below(list.length)]

const pieces = ["a", "b", "xyz", " ", "\n", "\n\n", "字", "新聞室", "😀", "👩‍🚀", "é", "\t", "\"", "\\", "<", "\u2028", "\r"]
const words = max => Array.from({ length: below(max + 1) }, () => pick(pieces)).join("")

// Only "\n" breaks a line; a "\r" is a character like any other.
const textOf = string => Text.of(string.split("\n"))
const stringOf = text => text.toString()

// Never inside a surrogate pair: the vectors are read with strict JSON.
function boundary(string) {
  const at = below(string.length + 1)
  return /[\udc00-\udfff]/.test(string[at] ?? "") ? at + 1 : at
}

function splices(string, most) {
  const count = below(most + 1)
  const places = Array.from({ length: 2 * count }, () => boundary(string)).sort((a, b) => a - b)
  return Array.from({ length: count }, (_, i) => {
    const from = places[2 * i], to = random() < 0.4 ? from : places[2 * i + 1]
    return { from, to, insert: random() < 0.35 ? "" : words(4) }
  })
}
const changeFor = (text, most = 4) =>
  ChangeSet.of(splices(stringOf(text), most).map(s => ({ ...s, insert: textOf(s.insert) })), text.length)

function pairVector(doc) {
  const text = textOf(doc)
  const a = changeFor(text), b = changeFor(text)
  const afterA = a.apply(text)
  const next = changeFor(afterA)
  const positions = Array.from({ length: text.length + 1 }, (_, i) => i)
  return {
    doc, a, b, next,
    afterA: stringOf(afterA), afterB: stringOf(b.apply(text)),
    composed: a.compose(next), afterNext: stringOf(next.apply(afterA)),
    mapped: a.map(b), mappedBefore: a.map(b, true),
    inverted: a.invert(text),
    before: positions.map(p => a.mapPos(p, -1)), after: positions.map(p => a.mapPos(p, 1)),
    changes: changesOf(a),
  }
}

function changesOf(set) {
  const list = []
  set.iterChanges((fromA, toA, fromB, toB, inserted) => list.push([fromA, toA, fromB, toB, stringOf(inserted)]))
  return list
}

function chain(doc, ids) {
  let text = textOf(doc)
  return ids.map(clientID => {
    const changes = changeFor(text, 2)
    text = changes.apply(text)
    return { clientID, changes }
  })
}

const plain = updates => updates.map(u => ({ clientId: u.clientID, changes: u.changes }))

// A client pushes updates of which the authority has taken the first `known` already, between updates of others.
function rebaseVector(doc) {
  const updates = chain(doc, Array(1 + below(4)).fill("me"))
  const known = below(updates.length + 1)
  const over = []
  let text = textOf(doc)
  const accept = update => { over.push(update); text = update.changes.apply(text) }
  for (let own = 0; own < known || random() < 0.6;) {
    if (own < known && random() < 0.5) {
      const rebased = rebaseUpdates(updates, over)
      accept(rebased[0])
      own++
    } else {
      accept({ clientID: pick(["ann", "bob"]), changes: changeFor(text, 2) })
    }
  }
  const rebased = rebaseUpdates(updates, over)
  const result = rebased.reduce((t, u) => u.changes.apply(t), text)
  return { doc, updates: plain(updates), over: plain(over), rebased: plain(rebased), result: stringOf(result) }
}

const docs = ["", "", "\n", "😀", "字\n句"]
const pairs = Array.from({ length: 260 }, (_, i) => pairVector(i < docs.length ? docs[i] : words(2 + below(14))))
const rebases = Array.from({ length: 120 }, (_, i) => rebaseVector(i < docs.length ? docs[i] : words(2 + below(10))))

writeFileSync(target, [
  "{",
  '"pairs": [', pairs.map(v => JSON.stringify(v)).join(",\n"), "],",
  '"rebases": [', rebases.map(v => JSON.stringify(v)).join(",\n"), "]",
  "}", "",
].join("\n"))
console.log(`${pairs.length} pairs, ${rebases.length} rebases`)
