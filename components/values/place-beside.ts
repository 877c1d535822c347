const GAP_PX = 4;
const EDGE_PX = 8;

/** Puts a box that lies over the page below what opened it, or above it where there is more room, and within the window. */
export function placeBeside(box: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(at.right - width, window.innerWidth - width - EDGE_PX);
  const below = at.bottom + GAP_PX;
  const fits = below + height <= window.innerHeight - EDGE_PX;
  const top = fits ? below : at.top - GAP_PX - height;
  box.style.left = `${Math.max(EDGE_PX, left)}px`;
  box.style.top = `${Math.max(EDGE_PX, Math.min(top, window.innerHeight - height - EDGE_PX))}px`;
}
