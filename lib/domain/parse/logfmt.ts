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
  const end = contentEnd(text);
  let at = 0;
  while (at < end) {
    if (text.charCodeAt(at) === SPACE) at++;
    else {
      const after = pushPair(text, at, end, pairs);
      if (typeof after !== "number") return { ok: false, reject: after };
      at = after;
    }
  }
  return pairs.length > 0 ? { ok: true, pairs } : { ok: false, reject: EMPTY };
}

/** Behind the bare value that starts at `from`: the next blank, quote or control character, or the end. */
export function bareValueEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code === QUOTE) return at;
    at++;
  }
  return at;
}

const EMPTY: Reject = { position: 0, code: "empty", message: "an empty line" };

/** Without the line break that some shippers leave at the end of an event. */
function contentEnd(text: string): number {
  if (!text.endsWith("\n")) return text.length;
  return text.endsWith("\r\n") ? text.length - 2 : text.length - 1;
}

/** Reads the pair that starts at `from`; gives the index behind it. */
function pushPair(text: string, from: number, end: number, pairs: string[]): number | Reject {
  const equals = keyEnd(text, from);
  if (equals < 0) return noPair(from);
  const start = equals + 1;
  const key = text.slice(from, equals);
  if (text.charCodeAt(start) !== QUOTE) {
    const after = bareValueEnd(text, start);
    pairs.push(key, text.slice(start, after));
    return isPairEnd(text, after, end) ? after : noPair(after);
  }
  const read = readGoString(text, start);
  if ("code" in read) return read;
  pairs.push(key, read.value);
  return isPairEnd(text, read.close + 1, end) ? read.close + 1 : noPair(read.close + 1);
}

function isPairEnd(text: string, at: number, end: number): boolean {
  return at === end || text.charCodeAt(at) === SPACE;
}

/** Index of the `=` that ends the key starting at `from`, or -1. */
function keyEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === EQUALS) return at > from ? at : -1;
    if (code <= SPACE || code === QUOTE) return -1;
    at++;
  }
  return -1;
}

function noPair(position: number): Reject {
  return { position, code: "not-logfmt", message: "expected key=value" };
}
