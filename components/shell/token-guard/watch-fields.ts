import type { HeldText } from "./held-text";

/** A piece of every secret: until what knows them better is loaded, a text with one is kept waiting. */
const MARKS = /k8s-aws|amz-s|eyJ|_token|access_?key|IQoJ|oGZX/i;

/**
 * Has the fields guarded (`guard-fields.ts`) from the moment in which the first is used: no page needs that before. Gives
 * what ends it.
 */
export function watchFields(warn: () => void): () => void {
  const ends = new AbortController();
  const early = new AbortController();
  const held: HeldText[] = [];
  const load = () =>
    import("./guard-fields").then(
      ({ guardFields }) => {
        if (early.signal.aborted) return;
        early.abort();
        guardFields(held, warn, ends.signal);
      },
      // The next event tries again.
      () => undefined,
    );
  const hold = (event: Event) => {
    void load();
    const { clipboardData, dataTransfer, data } = event as ClipboardEvent & InputEvent;
    const text = (clipboardData ?? dataTransfer)?.getData("text") ?? data ?? "";
    const isGuarded = event.target instanceof HTMLElement && event.target.dataset.refusesSecrets === "";
    if (isGuarded || !MARKS.test(text)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push({ field: event.target, text });
  };
  for (const type of ["focusin", "paste", "beforeinput"])
    window.addEventListener(type, hold, { capture: true, signal: early.signal });
  // Somebody may have been quicker than the page.
  if (document.activeElement !== document.body) void load();
  return () => {
    early.abort();
    ends.abort();
  };
}
