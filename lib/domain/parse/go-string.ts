import type { Reject } from "./reject";

/** What stands between the quotes, unescaped, and where the closing quote is. */
export interface QuotedText {
  readonly value: string;
  readonly close: number;
}

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["\\", "\\"],
  ['"', '"'],
]);
const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/**
 * Reads a Go `strconv.Quote` string whose opening quote stands at `open`. A byte that was no UTF-8 (`\xff`) becomes
 * the lone surrogate U+DC00 + byte, so that nothing is lost and no real character is forged.
 */
export function readGoString(text: string, open: number): QuotedText | Reject {
  const close = text.indexOf('"', open + 1);
  if (close < 0) return unterminated(open);
  const value = text.slice(open + 1, close);
  const backslash = value.indexOf("\\");
  return backslash < 0 ? { value, close } : readEscaped(text, open, open + 1 + backslash);
}

function readEscaped(text: string, open: number, firstBackslash: number): QuotedText | Reject {
  let value = text.slice(open + 1, firstBackslash);
  let at = firstBackslash;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') return { value, close: at };
    if (char === "\\") {
      const read = readEscape(text, at);
      if ("code" in read) return read;
      value += read.char;
      at = read.end;
    } else {
      const next = nextSpecial(text, at);
      value += text.slice(at, next);
      at = next;
    }
  }
  return unterminated(open);
}

function nextSpecial(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 34 && text.charCodeAt(at) !== 92) at++;
  return at;
}

function readEscape(text: string, at: number): { char: string; end: number } | Reject {
  const letter = text[at + 1];
  if (letter === undefined) return unterminated(at);
  const simple = SIMPLE.get(letter);
  if (simple !== undefined) return { char: simple, end: at + 2 };
  const length = HEX_DIGITS.get(letter);
  const code = length === undefined ? -1 : hexValue(text, at + 2, length);
  if (length === undefined || code < 0 || !isGoRune(code)) {
    return { position: at, code: "bad-escape", message: "a backslash escape that Go does not write" };
  }
  const isRawByte = letter === "x" && code > 0x7f;
  return {
    char: isRawByte ? String.fromCharCode(0xdc00 + code) : String.fromCodePoint(code),
    end: at + 2 + length,
  };
}

/** Go writes no surrogates; here they stand for bytes that were no UTF-8. */
function isGoRune(code: number): boolean {
  return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

function hexValue(text: string, from: number, length: number): number {
  let value = 0;
  for (let i = from; i < from + length; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

function unterminated(position: number): Reject {
  return { position, code: "unterminated-quote", message: "a quoted value that does not end" };
}
