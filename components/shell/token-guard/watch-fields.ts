import { type TextField, textFieldOf, writeField } from "./text-field-of";

type Judge = (text: string) => boolean;

/** A piece of every secret: only a text with one is kept waiting while what knows them better is loaded. */
const MARKS = /k8s-aws|x-amz-s|eyJ|session_token|access_?key|IQoJb3Jp|FwoGZXIv|FQoGZXIv/i;

/**
 * Sees what is pasted or written into any text field before the page does. A text that may be a secret is held back until
 * that is known: it is then let through, or is gone and `warn` is called. Gives what ends it.
 */
export function watchFields(warn: () => void): () => void {
  const ends = new AbortController();
  const options = { capture: true, signal: ends.signal };
  let judge: Judge | null = null;
  const load = async () => {
    // What cannot be judged is kept back like a secret.
    judge ??= await import("./is-secret").then(({ isSecret }) => isSecret).catch(() => null);
    return judge ?? (() => true);
  };
  const settle = async (text: string, letThrough: () => void) => {
    const isSecret = await load();
    if (isSecret(text)) warn();
    else letThrough();
  };
  /** Whether the page may see it now. */
  const passes = (text: string) => !MARKS.test(text) || judge?.(text) === false;
  window.addEventListener("focusin", (event) => void (textFieldOf(event) && load()), options);
  window.addEventListener("paste", (event) => holdPaste(event, passes, settle), options);
  window.addEventListener("input", (event) => holdInput(event, passes, settle), options);
  // Somebody may have been quicker than the page.
  for (const field of document.querySelectorAll<TextField>("input, textarea"))
    if (!passes(field.value)) holdText(field, settle);
  return () => ends.abort();
}

type Passes = (text: string) => boolean;
type Settle = (text: string, letThrough: () => void) => Promise<void>;

function holdPaste(event: ClipboardEvent, passes: Passes, settle: Settle): void {
  const field = textFieldOf(event);
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (field === null || passes(text)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void settle(text, () => pasteAgain(field, text));
}

/** Fields may have their own way with what is pasted. */
function pasteAgain(field: TextField, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const isLeft = field.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
  );
  if (!isLeft) return;
  const { value, selectionStart, selectionEnd, maxLength } = field;
  const from = selectionStart ?? value.length;
  const whole = value.slice(0, from) + text + value.slice(selectionEnd ?? from);
  writeField(field, maxLength < 0 ? whole : whole.slice(0, maxLength));
}

/** Typed, dropped, or put together of what is none by itself. */
function holdInput(event: Event, passes: Passes, settle: Settle): void {
  const field = textFieldOf(event);
  if (field === null || passes(field.value)) return;
  event.stopImmediatePropagation();
  holdText(field, settle);
}

function holdText(field: TextField, settle: Settle): void {
  const text = field.value;
  writeField(field, "");
  void settle(text, () => writeField(field, text));
}
