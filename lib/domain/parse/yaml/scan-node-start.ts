import {
  AMPERSAND,
  APOSTROPHE,
  COLON,
  DASH,
  EXCLAMATION,
  GREATER,
  isBlank,
  isGap,
  isWordCharacter,
  PIPE,
  QUESTION,
  QUOTE,
  STAR,
} from "./characters";
import { dropKey, saveKey } from "./keys-and-indents";
import { scanBlockScalar } from "./scan-block-scalar";
import { scanPlain } from "./scan-plain";
import { scanQuoted } from "./scan-quoted";
import { scanTag } from "./scan-tag";
import { codeAt, isInFlow, markOf, type Scanner, takeWhile } from "./scanner";
import { type Token, token } from "./token";
import { failAsScanner } from "./yaml-problem";

export function scanNodeStart(scan: Scanner, code: number): void {
  if ((code === PIPE || code === GREATER) && !isInFlow(scan)) {
    dropKey(scan);
    scan.mayStartKey = true;
    scan.tokens.push(scanBlockScalar(scan));
    return;
  }
  const read = readerOf(scan, code);
  saveKey(scan);
  scan.mayStartKey = false;
  scan.tokens.push(read(scan));
}

function readerOf(scan: Scanner, code: number): (scan: Scanner) => Token {
  if (code === STAR || code === AMPERSAND) return scanAnchor;
  if (code === EXCLAMATION) return scanTag;
  if (code === QUOTE || code === APOSTROPHE) return scanQuoted;
  if (!startsPlain(scan, code)) failAsScanner("found character that cannot start any token", markOf(scan));
  return scanPlain;
}

/** What no plain scalar starts with. */
const INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

function startsPlain(scan: Scanner, code: number): boolean {
  if (isGap(code)) return false;
  if (code === DASH) return !isBlank(codeAt(scan, 1));
  if ((code === QUESTION || code === COLON) && !isInFlow(scan)) return !isGap(codeAt(scan, 1));
  return !INDICATORS.includes(String.fromCharCode(code));
}

/** `&name` or `*name`. */
function scanAnchor(scan: Scanner): Token {
  const mark = markOf(scan);
  const kind = codeAt(scan) === STAR ? "alias" : "anchor";
  scan.at++;
  const name = takeWhile(scan, isWordCharacter);
  const after = codeAt(scan);
  if (name === "" || !(isGap(after) || "?:,]}%@`".includes(String.fromCharCode(after))))
    failAsScanner("did not find expected alphabetic or numeric character", markOf(scan));
  return token(kind, mark, name);
}
