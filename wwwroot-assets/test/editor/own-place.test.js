import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { OwnPlace } from "../../editor/own-place.js";

let told;
let own;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  told = [];
  own = new OwnPlace(place => told.push(place));
});

test("many moves are told once, as the caret is by then", () => {
  let at = 0;
  own.caret = () => ({ anchor: at, head: at });
  for (at = 1; at <= 9; at++) own.moved();
  at = 42;
  mock.timers.tick(200);
  assert.deepEqual(told, [{ anchor: 42, head: 42, isTyping: false }]);
});

test("what is known already is not told again, but for a new connection", () => {
  own.moved();
  mock.timers.tick(200);
  own.moved();
  mock.timers.tick(200);
  assert.equal(told.length, 1);
  own.again();
  mock.timers.tick(200);
  assert.deepEqual(told, [{ isTyping: false }, { isTyping: false }]);
});

test("whoever types is typing until they have rested", () => {
  own.types();
  mock.timers.tick(200);
  mock.timers.tick(2700);
  own.types();
  mock.timers.tick(2900);
  assert.deepEqual(told, [{ isTyping: true }]);
  mock.timers.tick(100);
  mock.timers.tick(200);
  assert.deepEqual(told.at(-1), { isTyping: false });
});

test("a field is told, and that it was left", () => {
  own.inField("title");
  mock.timers.tick(200);
  own.inField(null);
  mock.timers.tick(200);
  assert.deepEqual(told, [{ field: "title", isTyping: false }, { isTyping: false }]);
});

test("others' keys are no hurry, and do not keep an own move waiting", () => {
  own.drifted();
  mock.timers.tick(900);
  assert.equal(told.length, 0);
  own.moved();
  mock.timers.tick(200);
  assert.equal(told.length, 1);
});
