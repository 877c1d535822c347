const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Index of the first character at or behind `from` that is no JSON blank (or byte order mark). */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xfeff) return at;
    at++;
  }
  return at;
}

/**
 * Where the value that starts at `from` ends, judged by brackets and strings alone; -1 when the text ends first.
 * Neither recursive nor backtracking, so depth and garbage cost nothing extra.
 */
export function findValueEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return findStringEnd(text, from);
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) return findScalarEnd(text, from);
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = findStringEnd(text, at) - 1;
      if (at < 0) return -1;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) depth++;
    else if ((code === CLOSE_OBJECT || code === CLOSE_LIST) && --depth === 0) return at + 1;
  }
  return -1;
}

/** One member of an object: its key as written between the quotes, and where its value starts. */
export interface JsonMember {
  readonly key: string;
  readonly from: number;
}

/** The members of the object that opens at `from`, in order; the last one may be cut. */
export function* membersOf(text: string, from: number): Generator<JsonMember> {
  let at = skipBlanks(text, from + 1);
  while (text.charCodeAt(at) === QUOTE) {
    const keyEnd = findStringEnd(text, at);
    if (keyEnd < 0) return;
    const value = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    yield { key: text.slice(at + 1, keyEnd - 1), from: value };
    const end = findValueEnd(text, value);
    if (end < 0) return;
    at = skipBlanks(text, end);
    if (text.charCodeAt(at) === COMMA) at = skipBlanks(text, at + 1);
  }
}

/** Behind the closing quote of the string that opens at `open`; -1 when it does not end. */
export function findStringEnd(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close < 0 ? -1 : close + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

function findScalarEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === CLOSE_OBJECT || code === CLOSE_LIST || code === 10 || code === 32) break;
    at++;
  }
  return at;
}
