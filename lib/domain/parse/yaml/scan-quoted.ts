import { APOSTROPHE, BACKSLASH, END, hexDigit, isBreak, isGap } from "./characters";
import { takeGap } from "./gap";
import { codeAt, isDocumentMark, markOf, type Scanner, takeBreak } from "./scanner";
import { addText, openText, type TextWithOrigins } from "./text-with-origins";
import { scalarToken, type Token } from "./token";
import { failAsScanner } from "./yaml-problem";

/** A scalar in quotes of one kind or the other. */
export function scanQuoted(scan: Scanner): Token {
  const mark = markOf(scan);
  const quote = codeAt(scan);
  const text = openText(scan.at);
  scan.at++;
  for (;;) {
    if (isDocumentMark(scan)) failAsScanner("found unexpected document indicator", markOf(scan));
    if (codeAt(scan) === END) failAsScanner("found unexpected end of stream", markOf(scan));
    const isBroken = takeWords(scan, quote, text);
    if (codeAt(scan) === quote) break;
    const gap = takeGap(scan, { isBroken });
    addText(text, gap.text, gap.at);
  }
  scan.at++;
  return scalarToken(mark, text);
}

/** Up to a gap or the closing quote; true = the line ended with a backslash. */
function takeWords(scan: Scanner, quote: number, text: TextWithOrigins): boolean {
  for (let code = codeAt(scan); !isGap(code); code = codeAt(scan)) {
    if (code === APOSTROPHE && quote === APOSTROPHE) {
      if (codeAt(scan, 1) !== APOSTROPHE) return false;
      addText(text, "'", scan.at);
      scan.at += 2;
    } else if (code === quote) return false;
    else if (code !== BACKSLASH || quote === APOSTROPHE) takeRun(scan, quote, text);
    else if (isBreak(codeAt(scan, 1))) {
      scan.at++;
      takeBreak(scan);
      return true;
    } else takeEscape(scan, text);
  }
  return false;
}

function takeRun(scan: Scanner, quote: number, text: TextWithOrigins): void {
  let ahead = 1;
  for (let code = codeAt(scan, 1); !isGap(code); code = codeAt(scan, ++ahead))
    if (code === quote || code === BACKSLASH) break;
  addText(text, scan.text.slice(scan.at, scan.at + ahead), scan.at);
  scan.at += ahead;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);
const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/** JSON's `\/` and its surrogate pairs are no escapes of YAML 1.1. */
function takeEscape(scan: Scanner, text: TextWithOrigins): void {
  const letter = scan.text.charAt(scan.at + 1);
  const length = HEX_DIGITS.get(letter);
  const simple = ESCAPES.get(letter);
  if (length === undefined && simple === undefined)
    failAsScanner("found unknown escape character", markOf(scan));
  const at = scan.at;
  scan.at += 2;
  addText(text, simple ?? takeCode(scan, length ?? 0), at);
}

function takeCode(scan: Scanner, length: number): string {
  let code = 0;
  for (let ahead = 0; ahead < length; ahead++) {
    const digit = hexDigit(codeAt(scan, ahead));
    if (digit < 0) failAsScanner("did not find expected hexdecimal number", markOf(scan));
    code = code * 16 + digit;
  }
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    failAsScanner("found invalid Unicode character escape code", markOf(scan));
  scan.at += length;
  return String.fromCodePoint(code);
}
