import {
  BLANK,
  DASH,
  END,
  HASH,
  isBlank,
  isBreak,
  isBreakOrEnd,
  isDigit,
  PIPE,
  PLUS,
  TAB,
} from "./characters";
import { codeAt, columnOf, markOf, type Scanner, takeBreak, takeWhile } from "./scanner";
import { addText, openText } from "./text-with-origins";
import { scalarToken, type Token } from "./token";
import { failAsScanner } from "./yaml-problem";

interface Header {
  /** `+` keeps the breaks at the end, `-` none of them. */
  readonly chomping: string;
  /** 0 = the first line shows it. */
  readonly indent: number;
}

interface Break {
  readonly text: string;
  readonly at: number;
}

/** `|` keeps its lines, `>` folds them. */
export function scanBlockScalar(scan: Scanner): Token {
  const mark = markOf(scan);
  const isLiteral = codeAt(scan) === PIPE;
  const text = openText(scan.at);
  const { chomping, indent: wished } = takeHeader(scan);
  let { breaks, indent } = takeBreaks(scan, wished);
  let last: Break = { text: "", at: scan.at };
  let wasIndented = false;
  while (columnOf(scan) === indent && codeAt(scan) !== END) {
    const isIndented = isBlank(codeAt(scan));
    const folds = !isLiteral && last.text === "\n" && !wasIndented && !isIndented;
    if (!folds) addText(text, last.text, last.at);
    else if (breaks === "") addText(text, " ", last.at);
    addText(text, breaks, last.at + 1);
    wasIndented = isIndented;
    const from = scan.at;
    addText(text, takeLine(scan), from);
    last = { at: scan.at, text: takeBreak(scan) };
    breaks = takeBreaks(scan, indent).breaks;
  }
  if (chomping !== "-") addText(text, last.text, last.at);
  if (chomping === "+") addText(text, breaks, last.at + 1);
  return scalarToken(mark, text);
}

function takeLine(scan: Scanner): string {
  return takeWhile(scan, (code) => !isBreakOrEnd(code));
}

function takeHeader(scan: Scanner): Header {
  scan.at++;
  let chomping = takeSign(scan);
  const increment = takeIncrement(scan);
  chomping ||= takeSign(scan);
  takeWhile(scan, isBlank);
  if (codeAt(scan) === HASH) takeLine(scan);
  if (!isBreakOrEnd(codeAt(scan))) failAsScanner("did not find expected comment or line break", markOf(scan));
  takeBreak(scan);
  return { chomping, indent: increment === 0 ? 0 : Math.max(scan.indent, 0) + increment };
}

function takeSign(scan: Scanner): string {
  const code = codeAt(scan);
  if (code !== PLUS && code !== DASH) return "";
  scan.at++;
  return String.fromCharCode(code);
}

function takeIncrement(scan: Scanner): number {
  const code = codeAt(scan);
  if (!isDigit(code)) return 0;
  if (code === 48) failAsScanner("found an indentation indicator equal to 0", markOf(scan));
  scan.at++;
  return code - 48;
}

/** Indentation and empty lines. An indent of 0 becomes that of the deepest of them, and at least the block's. */
function takeBreaks(scan: Scanner, indent: number): { readonly breaks: string; readonly indent: number } {
  let breaks = "";
  let deepest = 0;
  for (;;) {
    while (isBefore(scan, indent) && codeAt(scan) === BLANK) scan.at++;
    deepest = Math.max(deepest, columnOf(scan));
    if (isBefore(scan, indent) && codeAt(scan) === TAB)
      failAsScanner("found a tab character where an indentation space is expected", markOf(scan));
    if (!isBreak(codeAt(scan))) break;
    breaks += takeBreak(scan);
  }
  return { breaks, indent: indent === 0 ? Math.max(deepest, scan.indent + 1, 1) : indent };
}

function isBefore(scan: Scanner, indent: number): boolean {
  return indent === 0 || columnOf(scan) < indent;
}
