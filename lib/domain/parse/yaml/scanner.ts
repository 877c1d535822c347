import { BYTE_ORDER_MARK, CR, DASH, DOT, END, isBreak, isGap, LF } from "./characters";
import type { Mark } from "./mark";
import type { Token } from "./token";

/** A token that turns out to be a key when a colon follows on its line, within 1,024 characters. */
export interface PossibleKey extends Mark {
  /** Its number among all tokens. */
  readonly token: number;
  /** Nothing else may stand there. */
  readonly isRequired: boolean;
}

/** How far a text is cut into tokens. */
export interface Scanner {
  readonly text: string;
  at: number;
  line: number;
  lineStart: number;
  /** Column of the block that is open; -1 = none is. */
  indent: number;
  /** Those of the blocks around it. */
  readonly indents: number[];
  mayStartKey: boolean;
  /** Of the block first, then of each flow collection that is open. */
  readonly keys: (PossibleKey | null)[];
  /** Those not yet taken, from `head` on. */
  readonly tokens: Token[];
  head: number;
  taken: number;
  isAtEnd: boolean;
}

export function openScanner(text: string): Scanner {
  const at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return {
    text,
    at,
    line: 0,
    lineStart: at,
    indent: -1,
    indents: [],
    mayStartKey: true,
    keys: [null],
    tokens: [],
    head: 0,
    taken: 0,
    isAtEnd: false,
  };
}

export function isInFlow({ keys }: Scanner): boolean {
  return keys.length > 1;
}

export function codeAt({ text, at }: Scanner, ahead = 0): number {
  return at + ahead < text.length ? text.charCodeAt(at + ahead) : END;
}

export function columnOf({ at, lineStart }: Scanner): number {
  return at - lineStart;
}

export function markOf(scan: Scanner): Mark {
  return { at: scan.at, line: scan.line, column: columnOf(scan) };
}

/** Passes the line break that stands here, and gives it as YAML keeps it: all but two are a line feed. */
export function takeBreak(scan: Scanner): string {
  const code = codeAt(scan);
  if (!isBreak(code)) return "";
  scan.at += code === CR && codeAt(scan, 1) === LF ? 2 : 1;
  scan.line++;
  scan.lineStart = scan.at;
  return code < 0x2028 ? "\n" : String.fromCharCode(code);
}

/** Passes all characters of a kind; gives them. */
export function takeWhile(scan: Scanner, isOne: (code: number) => boolean): string {
  const from = scan.at;
  while (isOne(codeAt(scan)) && scan.at < scan.text.length) scan.at++;
  return scan.text.slice(from, scan.at);
}

/** `---` or `...` at the start of a line. */
export function isDocumentMark(scan: Scanner): boolean {
  return scan.at === scan.lineStart && (isTriple(scan, DASH) || isTriple(scan, DOT));
}

function isTriple(scan: Scanner, code: number): boolean {
  return [0, 1, 2].every((ahead) => codeAt(scan, ahead) === code) && isGap(codeAt(scan, 3));
}
