const BY_NUMBER = /\\u\{([0-9a-fA-F]{1,6})\}/y;
const HIGHEST = 0x10_ffff;

/** What the backslash at a place stands for, and how much of the text that takes: `\u{202e}`, or the next character as it is. */
export function readEscape(text: string, at: number): { readonly char: string; readonly length: number } {
  BY_NUMBER.lastIndex = at;
  const digits = BY_NUMBER.exec(text)?.[1];
  const point = digits === undefined ? Number.NaN : Number.parseInt(digits, 16);
  if (digits !== undefined && point <= HIGHEST) {
    return { char: String.fromCodePoint(point), length: digits.length + 4 };
  }
  return { char: text[at + 1] ?? "\\", length: at + 1 < text.length ? 2 : 1 };
}

/** Control and format characters, other blanks than the common one, and what is no character: nobody could see them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|(?! )\s/u;
const ESCAPED = new RegExp(`["\\\\*]|${UNSEEN.source}`, "gu");

export function isUnseen(text: string): boolean {
  return UNSEEN.test(text);
}

/** A text in quotes that reads as itself and shows all that is in it. */
export function quoteSearch(text: string): string {
  const inside = text.replace(ESCAPED, (char) =>
    UNSEEN.test(char) ? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}` : `\\${char}`,
  );
  return `"${inside}"`;
}
