// The frame of the true preview. The next page is made ready behind the one that is read, goes to the same place, and takes over when it is there.

/** @param {HTMLElement} host  @param {string} title  the frame's accessible name */
export function open(host, title) {
  let shown = null;
  let next = null;
  let place = { left: 0, top: 0 };

  const takeOver = (frame) => {
    if (frame !== next) return;
    shown?.remove();
    [shown, next] = [frame, null];
    shown.title = title;
    shown.classList.remove("next");
    shown.inert = false;
  };
  // The site's page has an origin of its own, so nothing but the window tells who speaks.
  const hear = ({ source, data }) => {
    if (source === null) return;
    if (source === shown?.contentWindow && data?.newsroom === "scrolled" && Number.isFinite(data.left) && Number.isFinite(data.top)) {
      place = { left: data.left, top: data.top };
    } else if (source === next?.contentWindow) {
      if (data?.newsroom === "here") source.postMessage({ newsroom: "place", ...place }, "*");
      if (data?.newsroom === "ready") takeOver(next);
    }
  };
  addEventListener("message", hear);

  return {
    /** @param {string | null} address  null: there is no page now; the place is kept for the next one */
    show(address) {
      next?.remove();
      next = null;
      if (address === null) {
        shown?.remove();
        shown = null;
        return;
      }
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", "allow-scripts");
      frame.className = "next";
      frame.inert = true;
      frame.src = address;
      // A page too long for the script, or none at all, says nothing.
      frame.addEventListener("load", () => takeOver(frame));
      next = frame;
      host.append(frame);
    },
    close: () => removeEventListener("message", hear),
  };
}
