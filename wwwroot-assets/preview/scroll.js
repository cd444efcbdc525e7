// The preview follows the text: the line at the top of the one is at the top of the other.

const handsOff = 1000;
const jitter = 24;

/**
 * @param {import("@codemirror/view").EditorView} view  over the body
 * @param {import("./preview.js").Preview} preview
 */
export function followScroll(view, preview) {
  let frame = 0;
  let touchedAt = -Infinity;
  const touched = () => (touchedAt = performance.now());
  const scrolled = () => {
    if (performance.now() - touchedAt > handsOff) frame ||= requestAnimationFrame(follow);
  };
  const follow = () => {
    frame = 0;
    const host = preview.root;
    const wanted = placeOf(view, preview);
    if (Math.abs(host.scrollTop - wanted) > jitter) host.scrollTop = wanted;
  };
  const hands = ["wheel", "touchmove", "pointerdown", "keydown"];
  view.scrollDOM.addEventListener("scroll", scrolled, { passive: true });
  for (const hand of hands) preview.root.addEventListener(hand, touched, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    view.scrollDOM.removeEventListener("scroll", scrolled);
    for (const hand of hands) preview.root.removeEventListener(hand, touched);
  };
}

function placeOf(view, preview) {
  const { scrollTop, scrollHeight, clientHeight } = view.scrollDOM;
  if (scrollTop <= 0) return 0;
  if (scrollTop + clientHeight >= scrollHeight - 1) return preview.root.scrollHeight - preview.root.clientHeight;
  const top = view.lineBlockAtHeight(scrollTop - view.documentPadding.top);
  const within = Math.min(1, Math.max(0, (scrollTop - view.documentPadding.top - top.top) / Math.max(1, top.height)));
  const line = view.state.doc.lineAt(top.from).number - 1 + within;
  return offsetOf(line, preview);
}

/** Between the beginnings of two blocks the place is in proportion to the lines. */
function offsetOf(line, { blocks, content }) {
  const at = blocks.indexAt(line);
  const start = at < 0 ? 0 : content.children[at].offsetTop;
  const startLine = at < 0 ? 0 : blocks.list[at].l;
  const next = at + 1 < blocks.inOrder ? at + 1 : -1;
  const end = next >= 0 ? content.children[next].offsetTop : content.offsetTop + content.offsetHeight;
  const endLine = next >= 0 ? blocks.list[next].l : blocks.list[at]?.e + 1;
  if (!(endLine > startLine)) return start;
  return start + (end - start) * Math.min(1, (line - startLine) / (endLine - startLine));
}
