// The page's sockets, on a thread of their own: see side-socket.js.

/** @type {Map<number, WebSocket>} */
const sockets = new Map();
let channel;

addEventListener("message", ({ data: { channelName, id, url, text } }) => {
  if (channelName) channel = new BroadcastChannel(channelName);
  else if (url) open(id, url);
  else if (text) sockets.get(id)?.send(text);
  else sockets.get(id)?.close();
});

function open(id, url) {
  const socket = new WebSocket(url);
  sockets.set(id, socket);
  socket.onopen = () => channel.postMessage({ id, event: "open" });
  socket.onmessage = ({ data }) => channel.postMessage({ id, event: "message", data });
  socket.onclose = () => {
    sockets.delete(id);
    channel.postMessage({ id, event: "close" });
  };
}
