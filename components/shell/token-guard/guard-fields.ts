import { findSecret } from "@/lib/domain/parse/pasted/find-secret";
import { looksLikeToken } from "@/lib/domain/redact/looks-like-token";
import type { HeldText } from "./held-text";

type TextField = HTMLInputElement | HTMLTextAreaElement;

/**
 * Sees what is pasted or written into any text field before the page does, until `ends`: a secret is gone, and `warn` is
 * called. What was held before is judged first, and so is what stands in the fields already.
 */
export function guardFields(held: readonly HeldText[], warn: () => void, ends: AbortSignal): void {
  const options = { capture: true, signal: ends };
  window.addEventListener("paste", (event) => stopPaste(event, warn), options);
  window.addEventListener("input", (event) => emptyField(asField(event.target), warn), options);
  for (const { field, text } of held) {
    if (isSecret(text)) warn();
    else if (asField(field) !== null) pasteAgain(field as TextField, text);
  }
  for (const field of document.querySelectorAll("input, textarea")) emptyField(asField(field), warn);
}

function isSecret(text: string): boolean {
  return findSecret(text) !== null || looksLikeToken(text);
}

/** null: it is no text field, or one that refuses secrets in its own words. */
function asField(target: EventTarget | null): TextField | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset.refusesSecrets === undefined ? target : null;
}

function stopPaste(event: ClipboardEvent, warn: () => void): void {
  if (asField(event.target) === null || !isSecret(event.clipboardData?.getData("text") ?? "")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  warn();
}

/** Typed, dropped, or put together of what is none by itself: the page only sees that the field is empty. */
function emptyField(field: TextField | null, warn: () => void): void {
  if (field === null || !isSecret(field.value)) return;
  writeField(field, "");
  warn();
}

/** Fields may have their own way with what is pasted. */
function pasteAgain(field: TextField, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const again = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  if (!field.dispatchEvent(again)) return;
  const { value, selectionStart, selectionEnd, maxLength } = field;
  const from = selectionStart ?? value.length;
  const whole = value.slice(0, from) + text + value.slice(selectionEnd ?? from);
  writeField(field, maxLength < 0 ? whole : whole.slice(0, maxLength));
}

/** As if it was typed: React compares with what it last saw, which only the browser's own setter leaves alone. */
function writeField(field: TextField, text: string): void {
  const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
