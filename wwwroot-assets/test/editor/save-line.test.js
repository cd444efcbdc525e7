import assert from "node:assert/strict";
import { test } from "node:test";
import { SaveLine } from "../../editor/save-line.js";

const words = {
  saved: "Saved {0}", saving: "Saving…", connecting: "Connecting…", offline: "Offline: kept on this computer ({0} changes)",
  broken: "Load this page again", signedOut: "Signed out", left: "{0} left", late: "Not saved yet ({0})", "editing.disk-full": "Disk full", "review.waiting": "Waiting",
};

function say(authority, page) {
  const host = { dataset: {}, textContent: "" };
  const line = new SaveLine({ host, words, timeZone: "Asia/Hong_Kong" });
  line.show(
    {
      unconfirmed: [], pushedAt: null, savedAt: "2026-03-01T16:32:05Z", joined: true, met: true, refused: null, broken: false,
      standing: { mayWrite: true }, ...authority,
    },
    { signedOut: false, left: 0, silence: 0, ...page },
  );
  line.close();
  return `${host.dataset.state}: ${host.textContent}`;
}

test("The time of saving is the newsroom's", () => assert.equal(say({}), "saved: Saved 00:32:05"));

test("Saved is not said while anything is unconfirmed", () => {
  assert.equal(say({ unconfirmed: [1], pushedAt: performance.now() }), "saving: Saving…");
});

test("Without a connection the changes are on this computer", () => {
  assert.equal(say({ unconfirmed: [1, 2, 3], joined: false }), "offline: Offline: kept on this computer (3 changes)");
});

test("A push without an answer is a lost connection soon", () => {
  assert.equal(
    say({ unconfirmed: [1], pushedAt: performance.now() - 1600 }, { silence: 1700 }), "offline: Offline: kept on this computer (1 changes)");
});

test("A server that is heard and yet gives no answer has not saved", () => {
  assert.equal(say({ unconfirmed: [1, 2], pushedAt: performance.now() - 1600 }, { silence: 300 }), "late: Not saved yet (2)");
});

test("Before the first connection nothing is lost yet", () => {
  assert.equal(say({ joined: false, met: false }), "saving: Connecting…");
});

test("Why something is not saved is said", () => {
  assert.equal(say({ unconfirmed: [1], refused: "editing.disk-full" }), "refused: Disk full");
  assert.equal(say({ unconfirmed: [1], standing: { mayWrite: false, why: "review.waiting" } }), "refused: Waiting");
  assert.equal(say({ broken: true }), "refused: Load this page again");
  assert.equal(say({ joined: false }, { signedOut: true }), "refused: Signed out");
  assert.equal(say({}, { left: 2 }), "refused: 2 left");
});

test("A text that nobody has changed yet has no time of saving", () => assert.equal(say({ savedAt: null }), "saved: "));
