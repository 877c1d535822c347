const QUOTE = 34;
const BACKSLASH = 92;
const LETTER_U = 117;
const PLUS = 43;
const DASH = 45;
const DOT = 46;
const ZERO = 48;
const LOWER_E = 101;
const LOWER_BIT = 32;
const WORDS = ["true", "false", "null"];

/** Behind the JSON string, number or word at `from`; where it is none, `~i` with i the first character that is wrong. */
export function scalarEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return stringEnd(text, from + 1);
  if (first === DASH || isDigit(first)) return numberEnd(text, from);
  const word = WORDS.find((candidate) => text.startsWith(candidate, from));
  return word === undefined ? ~from : from + word.length;
}

function stringEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < 32) return ~at;
    const next = code === BACKSLASH ? escapeEnd(text, at) : at + 1;
    if (next < 0) return next;
    at = next;
  }
  return ~at;
}

function escapeEnd(text: string, backslash: number): number {
  const letter = text.charCodeAt(backslash + 1);
  if (letter !== LETTER_U)
    return '"\\/bfnrt'.includes(text.charAt(backslash + 1) || " ") ? backslash + 2 : ~backslash;
  for (let at = backslash + 2; at < backslash + 6; at++)
    if (!isHexDigit(text.charCodeAt(at))) return ~backslash;
  return backslash + 6;
}

function numberEnd(text: string, from: number): number {
  const whole = text.charCodeAt(from) === DASH ? from + 1 : from;
  let at = text.charCodeAt(whole) === ZERO ? whole + 1 : digitsEnd(text, whole);
  if (at < 0) return at;
  if (text.charCodeAt(at) === DOT) at = digitsEnd(text, at + 1);
  if (at < 0 || (text.charCodeAt(at) | LOWER_BIT) !== LOWER_E) return at;
  const sign = text.charCodeAt(at + 1);
  return digitsEnd(text, sign === PLUS || sign === DASH ? at + 2 : at + 1);
}

/** Behind one or more digits. */
function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at > from ? at : ~from;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHexDigit(code: number): boolean {
  const lower = code | LOWER_BIT;
  return isDigit(code) || (lower >= 97 && lower <= 102);
}
