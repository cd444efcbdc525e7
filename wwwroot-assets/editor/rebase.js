import { rebaseUpdates } from "@codemirror/collab";

/**
 * Moves one client's updates over those that came before them, and drops the ones that are among them already.
 *
 * One by one: rebaseUpdates() over a whole list composes it first, and a deletion composed with a later insertion at the same
 * place is a replacement, before which an insertion sorts otherwise than it does after the two in turn. The authority, and
 * every page, would then end with different texts, as their lists are cut differently.
 * @template {{changes: import("@codemirror/state").ChangeSet, clientID: string}} U
 * @param {readonly U[]} updates  @param {readonly U[]} over
 * @returns {readonly U[]}
 */
export function rebaseOver(updates, over) {
  return over.reduce((left, each) => rebaseUpdates(left, [each]), updates);
}
