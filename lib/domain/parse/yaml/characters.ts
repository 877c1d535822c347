/** Stands for the end of the text; a text that holds it is refused before. */
export const END = 0;
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const BLANK = 32;
export const HASH = 35;
export const PERCENT = 37;
export const QUOTE = 34;
export const APOSTROPHE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const COLON = 58;
export const EXCLAMATION = 33;
export const AMPERSAND = 38;
export const STAR = 42;
export const LESS = 60;
export const GREATER = 62;
export const QUESTION = 63;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const PIPE = 124;
export const CLOSE_MAP = 125;
export const BYTE_ORDER_MARK = 0xfeff;

/** YAML 1.1 has five line breaks; 1.2 has two. */
export function isBreak(code: number): boolean {
  return code === LF || code === CR || code === 0x85 || code === 0x2028 || code === 0x2029;
}

export function isBlank(code: number): boolean {
  return code === BLANK || code === TAB;
}

export function isBreakOrEnd(code: number): boolean {
  return code === END || isBreak(code);
}

/** A blank, a break or the end: what ends a word. */
export function isGap(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code);
}

/** What names of anchors, directives and tag handles are made of. */
export function isWordCharacter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || isDigit(code) || code === 95 || code === DASH;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** -1 = it is no hexadecimal digit. */
export function hexDigit(code: number): number {
  if (isDigit(code)) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
