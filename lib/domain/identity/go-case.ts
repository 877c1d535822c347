/** Go's `strings.ToLower`: character by character, and no longer than the text. */
function toGoLower(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let lower = "";
  for (const char of text) lower += char === "\u0130" ? "i" : char.toLowerCase();
  return lower;
}

/**
 * One form for all texts that Go's `strings.EqualFold` takes for the same as a text of ASCII: the long s and the Kelvin
 * sign are an s and a k there.
 */
export function foldCase(text: string): string {
  return isAscii(text) ? text.toLowerCase() : toGoLower(text).replaceAll("\u017f", "s");
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
