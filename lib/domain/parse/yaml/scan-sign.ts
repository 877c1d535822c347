import { CLOSE_LIST, OPEN_LIST } from "./characters";
import { dropKey, isStillKey, openBlock, saveKey } from "./keys-and-indents";
import { columnOf, isInFlow, markOf, type Scanner } from "./scanner";
import { type TokenKind, token } from "./token";
import { failAsScanner } from "./yaml-problem";

export function pushSign(scan: Scanner, kind: TokenKind, length = 1): void {
  scan.tokens.push(token(kind, markOf(scan)));
  scan.at += length;
}

export function scanFlowStart(scan: Scanner, code: number): void {
  saveKey(scan);
  scan.keys.push(null);
  scan.mayStartKey = true;
  pushSign(scan, code === OPEN_LIST ? "flow sequence" : "flow mapping");
}

export function scanFlowEnd(scan: Scanner, code: number): void {
  dropKey(scan);
  if (isInFlow(scan)) scan.keys.pop();
  scan.mayStartKey = false;
  pushSign(scan, code === CLOSE_LIST ? "flow sequence end" : "flow mapping end");
}

export function scanSeparator(scan: Scanner): void {
  dropKey(scan);
  scan.mayStartKey = true;
  pushSign(scan, "flow entry");
}

export function scanEntry(scan: Scanner): void {
  beginBlock(scan, "block sequence", "block sequence entries");
  dropKey(scan);
  scan.mayStartKey = true;
  pushSign(scan, "block entry");
}

export function scanKey(scan: Scanner): void {
  beginBlock(scan, "block mapping", "mapping keys");
  dropKey(scan);
  scan.mayStartKey = !isInFlow(scan);
  pushSign(scan, "key");
}

function beginBlock(scan: Scanner, kind: TokenKind, what: string): void {
  if (isInFlow(scan)) return;
  if (!scan.mayStartKey) failAsScanner(`${what} are not allowed in this context`, markOf(scan));
  openBlock(scan, columnOf(scan), token(kind, markOf(scan)));
}

/** A colon makes a key of what stands before it, or it follows a question mark's key. */
export function scanValue(scan: Scanner): void {
  const last = scan.keys.length - 1;
  const key = scan.keys[last];
  if (key && isStillKey(scan, key)) {
    scan.tokens.splice(scan.head + key.token - scan.taken, 0, token("key", key));
    openBlock(scan, key.column, token("block mapping", key), key.token);
    scan.mayStartKey = false;
  } else {
    beginBlock(scan, "block mapping", "mapping values");
    scan.mayStartKey = !isInFlow(scan);
  }
  scan.keys[last] = null;
  pushSign(scan, "value");
}
