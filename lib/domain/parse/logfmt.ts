import { readGoString } from "./go-string";
import type { Reject } from "./reject";

/** Keys and values by turns, in the order of the line: `[key, value, key, value, …]`. */
export type LogfmtPairs = readonly string[];

export type LogfmtResult =
  | { readonly ok: true; readonly pairs: LogfmtPairs }
  | { readonly ok: false; readonly reject: Reject };

const SPACE = 32;
const QUOTE = 34;
const EQUALS = 61;

/**
 * One line of `key=value key="quoted value"` as logrus's TextFormatter writes it (facts: authenticator §1.1). A value
 * is bare up to the next blank or a Go-quoted string; an empty one prints nothing. Every key is kept, also a repeated
 * one: who reads the pairs decides. Linear: each character is looked at a bounded number of times.
 */
export function parseLogfmt(text: string): LogfmtResult {
  const pairs: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text.charCodeAt(at) === SPACE) {
      at++;
      continue;
    }
    const equals = keyEnd(text, at);
    if (equals < 0) return { ok: false, reject: noKey(at) };
    const start = equals + 1;
    const quoted = text.charCodeAt(start) === QUOTE;
    const end = quoted
      ? pushQuoted(text, start, pairs, text.slice(at, equals))
      : pushBare(text, at, equals, pairs);
    if (typeof end !== "number") return { ok: false, reject: end };
    at = end;
  }
  return pairs.length > 0 ? { ok: true, pairs } : { ok: false, reject: emptyLine };
}

const emptyLine: Reject = { position: 0, code: "empty", message: "an empty line" };

function noKey(position: number): Reject {
  return { position, code: "not-logfmt", message: "expected key=value" };
}

/** Index of the `=` that ends the key starting at `from`, or -1. */
function keyEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === EQUALS) return i > from ? i : -1;
    if (code <= SPACE || code === QUOTE) return -1;
  }
  return -1;
}

function pushBare(text: string, keyStart: number, equals: number, pairs: string[]): number | Reject {
  const blank = text.indexOf(" ", equals + 1);
  const end = blank < 0 ? text.length : blank;
  const value = text.slice(equals + 1, end);
  const quote = value.indexOf('"');
  if (quote >= 0) return noKey(equals + 1 + quote);
  pairs.push(text.slice(keyStart, equals), value);
  return end;
}

function pushQuoted(text: string, open: number, pairs: string[], key: string): number | Reject {
  const read = readGoString(text, open);
  if ("code" in read) return read;
  const after = read.close + 1;
  if (after < text.length && text.charCodeAt(after) !== SPACE) return noKey(after);
  pairs.push(key, read.value);
  return after;
}
