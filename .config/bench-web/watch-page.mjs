/**
 * Runs in the page before its own scripts: keeps what the browser says of painting, shifting and answering, and when the
 * list, the histogram and the facets last changed.
 */
export function watchPage() {
  const seen = { lcpMs: 0, cls: 0, interactions: new Map(), inputMs: 0, changedMs: 0, frames: [] };
  globalThis.gatebookSeen = seen;
  seen.begin = () => {
    seen.interactions.clear();
    seen.inputMs = 0;
  };
  const onInput = ({ timeStamp }) => {
    seen.inputMs ||= timeStamp;
  };
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, onInput, { capture: true });
  const watch = (type, take, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    });
  watch("largest-contentful-paint", ({ startTime }) => {
    seen.lcpMs = startTime;
  });
  watch("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.cls += value;
  });
  const keep = ({ interactionId, duration }) => {
    if (interactionId > 0)
      seen.interactions.set(interactionId, Math.max(duration, seen.interactions.get(interactionId) ?? 0));
  };
  watch("event", keep, { durationThreshold: 16 });
  const parts = "main";
  const isPart = ({ target }) =>
    (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(parts) !== null;
  new MutationObserver((changes) => {
    if (changes.some(isPart)) seen.changedMs = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Runs in the page: the lengths of its frames from now on, until `stopFrames`. */
export function countFrames() {
  const seen = globalThis.gatebookSeen;
  seen.frames = [];
  seen.counting = true;
  let before = performance.now();
  const next = (now) => {
    seen.frames.push(now - before);
    before = now;
    if (seen.counting) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

export function stopFrames() {
  globalThis.gatebookSeen.counting = false;
  return globalThis.gatebookSeen.frames;
}
