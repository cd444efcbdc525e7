import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { HubSocket } from "../../editor/hub-socket.js";

const end = "\u001e";
let server;

/** The other end of the line: what came, and a way to answer. Node has no Worker of the browser's kind, so the page's own socket is used. */
class Socket {
  sent = [];

  constructor() {
    server = this;
  }

  send(text) {
    this.sent.push(...text.split(end).filter(Boolean).map(part => JSON.parse(part)));
  }

  close() {
    this.closed = true;
  }

  say(...messages) {
    this.onmessage({ data: messages.map(message => JSON.stringify(message) + end).join("") });
  }
}

beforeEach(() => {
  globalThis.WebSocket = Socket;
});

afterEach(() => server.onclose?.());

async function connected() {
  const opening = HubSocket.connect("ws://newsroom/hubs/editing", 1000);
  server.onopen();
  server.say({});
  return opening;
}

test("A connection begins with the handshake", async () => {
  await connected();
  assert.deepEqual(server.sent, [{ protocol: "json", version: 1 }]);
});

test("A refused handshake is no connection", async () => {
  const opening = HubSocket.connect("ws://newsroom/hubs/editing", 1000);
  server.onopen();
  server.say({ error: "No such protocol" });
  await assert.rejects(opening);
  assert.ok(server.closed);
});

test("A call is sent in the caller's own task, and its answer finds it", async () => {
  const hub = await connected();
  const first = hub.invoke("Push", 1, 0, []);
  const second = hub.invoke("Updates", 1, 0);
  assert.deepEqual(server.sent.slice(1).map(({ target, invocationId }) => [target, invocationId]), [["Push", "1"], ["Updates", "2"]]);
  server.say({ type: 3, invocationId: "2", result: "second" }, { type: 3, invocationId: "1", result: "first" });
  assert.deepEqual(await Promise.all([first, second]), ["first", "second"]);
});

test("The server's error is the call's", async () => {
  const hub = await connected();
  const call = hub.invoke("Push");
  server.say({ type: 3, invocationId: "1", error: "It failed" });
  await assert.rejects(call, /It failed/);
});

test("A message cut in two is heard whole, and two in one are both heard", async () => {
  const hub = await connected();
  const heard = [];
  hub.onMessage = (target, values) => heard.push([target, ...values]);
  const text = [["preview", 7], ["updates", "新"]]
    .map(([target, value]) => JSON.stringify({ type: 1, target, arguments: [value] }) + end).join("");
  server.onmessage({ data: text.slice(0, 20) });
  server.onmessage({ data: text.slice(20) });
  assert.deepEqual(heard, [["preview", 7], ["updates", "新"]]);
  hub.close();
});

test("When the line is lost, what waits for an answer is told, once", async () => {
  const hub = await connected();
  let closed = 0;
  hub.onClose = () => closed++;
  const call = hub.invoke("Push");
  server.onclose();
  hub.close();
  await assert.rejects(call, /lost/);
  await assert.rejects(hub.invoke("Push"), /needs an open connection/);
  assert.equal(closed, 1);
});

test("The server's farewell ends the connection", async () => {
  const hub = await connected();
  let closed = 0;
  hub.onClose = () => closed++;
  server.say({ type: 7, error: "Too large" });
  assert.equal(closed, 1);
});

test("Silence is a lost line, as soon as the server's pace is known", async t => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  t.mock.method(performance, "now", () => now);
  const hub = await connected();
  let closed = 0;
  hub.onClose = () => closed++;
  for (let pings = 0; pings < 3; pings++) {
    server.say({ type: 6 });
    now += 2000;
    t.mock.timers.tick(2000);
  }
  server.say({ type: 6 });
  t.mock.timers.tick(6900);
  assert.equal(closed, 0);
  t.mock.timers.tick(200);
  assert.equal(closed, 1);
});

test("A quiet page pings back, so that the server does not take it for gone", async t => {
  let now = 0;
  t.mock.method(performance, "now", () => now);
  const hub = await connected();
  const pings = () => server.sent.filter(message => message.type === 6).length;
  now = 2000;
  server.say({ type: 6 });
  assert.equal(pings(), 0);
  now = 6000;
  server.say({ type: 6 });
  assert.equal(pings(), 1);
  hub.close();
});
