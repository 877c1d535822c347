const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What `components/ui/visible-text.ts` shows as a code on the screen; a test compares. */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0\u00a0\u2000-\u200a\u202f\u205f\u3000]|(?<=[\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]/gu;

/**
 * Text as HTML shows it; what cannot be seen, turns the order of letters around, or is the fifth mark upon one letter, is
 * shown as its code.
 */
export function htmlText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => NAMES[letter] ?? "").replaceAll(HIDDEN, showCode);
}

function showCode(letter: string): string {
  if (letter === "\n" || letter === "\t") return letter;
  return `⟨${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
