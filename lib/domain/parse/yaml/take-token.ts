import { isStillKey } from "./keys-and-indents";
import { scanToken } from "./scan-token";
import { markOf, type Scanner } from "./scanner";
import { type Token, token } from "./token";

/** The token that comes next; it stays there. */
export function peekToken(scan: Scanner): Token {
  while (mustReadOn(scan)) scanToken(scan);
  return scan.tokens[scan.head] ?? token("stream end", markOf(scan));
}

export function dropToken(scan: Scanner): void {
  scan.head++;
  scan.taken++;
  if (scan.head < scan.tokens.length) return;
  // A length of 0 would give the memory back, for each token anew.
  while (scan.tokens.length > 0) scan.tokens.pop();
  scan.head = 0;
}

/** The first token may turn out to be a key as long as a colon can still follow it. */
function mustReadOn(scan: Scanner): boolean {
  if (scan.head === scan.tokens.length) return !scan.isAtEnd;
  const key = scan.keys.find((possible) => possible?.token === scan.taken);
  return key !== undefined && key !== null && isStillKey(scan, key);
}
