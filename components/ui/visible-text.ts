/** A stretch of text to show as it is, or one character that would not show, by its code point; `at`: where it starts. */
export type TextPart =
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | {
      readonly kind: "hidden";
      readonly text: string;
      readonly at: number;
      readonly code: string;
      readonly name: string;
    };

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00, "null"],
  [0x09, "tab"],
  [0x0a, "line feed"],
  [0x0d, "carriage return"],
  [0x1b, "escape"],
  [0xad, "soft hyphen"],
  [0x200b, "zero width space"],
  [0x200c, "zero width non-joiner"],
  [0x200d, "zero width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "pop directional formatting"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "pop directional isolate"],
  [0xfeff, "byte order mark"],
]);

/**
 * Control, format, line and paragraph separator, private use, lone surrogate, blanks that look like others or none; and the
 * fifth mark upon one letter: no writing has it, and a hundred would cover the lines around, or reach out of the window.
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0\u00a0\u2000-\u200a\u202f\u205f\u3000]|(?<=[\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]/gu;
const MARK = /[\p{Mn}\p{Me}]/u;

/** Takes text apart so that nothing in it can hide: log text may be written by whoever tried to get in. */
export function toTextParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index), at: end });
    parts.push(toHiddenPart(match[0], match.index));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end), at: end });
  return parts;
}

function toHiddenPart(text: string, at: number): TextPart {
  const point = text.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = MARK.test(text) ? "one mark too many" : "invisible character";
  return { kind: "hidden", text, at, code, name: NAMES.get(point) ?? name };
}

/** The same as one string, for titles and labels: `a<U+202E>b`. */
export function toVisibleString(text: string): string {
  return toTextParts(text)
    .map((part) => (part.kind === "text" ? part.text : `<${part.code}>`))
    .join("");
}
