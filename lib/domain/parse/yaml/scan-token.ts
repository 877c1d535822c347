import {
  BLANK,
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DASH,
  END,
  HASH,
  isBreak,
  isBreakOrEnd,
  isGap,
  OPEN_LIST,
  OPEN_MAP,
  PERCENT,
  QUESTION,
  TAB,
} from "./characters";
import { closeBlocks, dropKey } from "./keys-and-indents";
import { scanDirective } from "./scan-directive";
import { scanNodeStart } from "./scan-node-start";
import {
  pushSign,
  scanEntry,
  scanFlowEnd,
  scanFlowStart,
  scanKey,
  scanSeparator,
  scanValue,
} from "./scan-sign";
import {
  codeAt,
  columnOf,
  isDocumentMark,
  isInFlow,
  markOf,
  type Scanner,
  takeBreak,
  takeWhile,
} from "./scanner";
import { token } from "./token";

export function scanToken(scan: Scanner): void {
  passGap(scan);
  closeBlocks(scan, columnOf(scan));
  const code = codeAt(scan);
  if (code === END) scanEnd(scan);
  else if (code === PERCENT && columnOf(scan) === 0) scanDirectiveLine(scan);
  else if (isDocumentMark(scan)) scanDocumentMark(scan, code);
  else scanContent(scan, code);
}

function passGap(scan: Scanner): void {
  for (;;) {
    while (codeAt(scan) === BLANK || (codeAt(scan) === TAB && (isInFlow(scan) || !scan.mayStartKey)))
      scan.at++;
    if (codeAt(scan) === HASH) takeWhile(scan, (code) => !isBreakOrEnd(code));
    if (!isBreak(codeAt(scan))) return;
    takeBreak(scan);
    if (!isInFlow(scan)) scan.mayStartKey = true;
  }
}

function scanEnd(scan: Scanner): void {
  if (columnOf(scan) > 0) {
    scan.line++;
    scan.lineStart = scan.at;
  }
  closeBlocks(scan, -1);
  dropKey(scan);
  scan.mayStartKey = false;
  scan.isAtEnd = true;
  scan.tokens.push(token("stream end", markOf(scan)));
}

function scanDirectiveLine(scan: Scanner): void {
  closeBlocks(scan, -1);
  dropKey(scan);
  scan.mayStartKey = false;
  scan.tokens.push(scanDirective(scan));
}

function scanDocumentMark(scan: Scanner, code: number): void {
  closeBlocks(scan, -1);
  dropKey(scan);
  scan.mayStartKey = false;
  pushSign(scan, code === DASH ? "document start" : "document end", 3);
}

function scanContent(scan: Scanner, code: number): void {
  const isIndicator = isGap(codeAt(scan, 1));
  const inFlow = isInFlow(scan);
  if (code === OPEN_LIST || code === OPEN_MAP) scanFlowStart(scan, code);
  else if (code === CLOSE_LIST || code === CLOSE_MAP) scanFlowEnd(scan, code);
  else if (code === COMMA) scanSeparator(scan);
  else if (code === DASH && isIndicator) scanEntry(scan);
  else if (code === QUESTION && (inFlow || isIndicator)) scanKey(scan);
  else if (code === COLON && (inFlow || isIndicator)) scanValue(scan);
  else scanNodeStart(scan, code);
}
