// Text that the server did not take, as a person can use it elsewhere.
import { ChangeSet, Text } from "@codemirror/state";
import { decode } from "./authority.js";
import { load } from "./load.js";
import { rebaseOver } from "./rebase.js";

/**
 * The newest text of an article with what records hold over it. Where it can no longer be read, and so not be put together:
 * what was typed, passage by passage.
 * @param {import("./authority.js").Wire} wire
 * @param {import("./pending.js").PendingRecord[]} records
 */
export async function wholeTextOf(wire, articleId, records) {
  try {
    return await over(await load(articleId), wire, articleId, records);
  } catch {
    return typedIn(records).join("\n\n");
  }
}

function typedIn(records) {
  return records.flatMap(record => passagesOf(record.updates.map(decode)));
}

/** What updates insert and do not themselves take out again, passage by passage. */
export function passagesOf(updates) {
  if (updates.length === 0) return [];
  const passages = [];
  const whole = updates.reduce((all, { changes }) => all.compose(changes), ChangeSet.empty(updates[0].changes.length));
  whole.iterChanges((fromA, toA, fromB, toB, insert) => {
    if (insert.length > 0) passages.push(insert.toString());
  });
  return passages;
}

/** The first words of what was typed, to know it again by. @param {import("./pending.js").PendingRecord[]} records */
export function beginningOf(records, most) {
  const passage = typedIn(records).join(" … ").replace(/\s+/g, " ").trim();
  const characters = Array.from(passage);
  return characters.length > most ? `${characters.slice(0, most).join("")}…` : passage;
}

async function over({ text, version }, wire, articleId, records) {
  let doc = Text.of(text.split("\n"));
  const done = [];
  for (const record of records) {
    const updates = rebaseOver(await atVersion(wire, articleId, record, version), done);
    for (const { changes } of updates) doc = changes.apply(doc);
    done.push(...updates);
  }
  return doc.toString();
}

async function atVersion(wire, articleId, record, version) {
  let updates = record.updates.map(decode);
  for (let from = record.baseVersion; from !== version; ) {
    const news = await wire.updates(articleId, from);
    if (news.updates.length === 0) throw new RangeError(`Article ${articleId} has no changes between versions ${from} and ${version}.`);
    const older = news.updates.slice(0, version - from).map(decode);
    updates = rebaseOver(updates, older);
    from += older.length;
  }
  return updates;
}
