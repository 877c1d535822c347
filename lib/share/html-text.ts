const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text as HTML shows it; what cannot be seen, turns the order of letters around, or is the fifth mark upon one letter, is
 * shown as its code.
 */
export function htmlText(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (letter) => NAMES[letter] ?? "")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|(?<=[\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]/gu, showCode);
}

function showCode(letter: string): string {
  if (letter === "\n" || letter === "\t") return letter;
  return `⟨${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
