import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  HASH,
  isBlank,
  isBreak,
  isGap,
  OPEN_LIST,
  OPEN_MAP,
  QUESTION,
} from "./characters";
import { type Gap, takeGap } from "./gap";
import { codeAt, columnOf, isDocumentMark, isInFlow, markOf, type Scanner } from "./scanner";
import { addText, openText } from "./text-with-origins";
import { scalarToken, type Token } from "./token";

/** A scalar without quotes: words, until a colon, a comment, or a line that does not lie deeper than its block. */
export function scanPlain(scan: Scanner): Token {
  const mark = markOf(scan);
  const text = openText(scan.at);
  const indent = scan.indent + 1;
  let gap: Gap | null = null;
  while (!isDocumentMark(scan) && codeAt(scan) !== HASH) {
    const end = wordEnd(scan);
    if (end > scan.at) {
      if (gap !== null) addText(text, gap.text, gap.at);
      addText(text, scan.text.slice(scan.at, end), scan.at);
      gap = null;
      scan.at = end;
    }
    if (!isBlank(codeAt(scan)) && !isBreak(codeAt(scan))) break;
    gap = takeGap(scan, { indent });
    if (!isInFlow(scan) && columnOf(scan) < indent) break;
  }
  scan.mayStartKey = gap?.isBroken ?? false;
  return scalarToken(mark, text, true);
}

function wordEnd(scan: Scanner): number {
  const inFlow = isInFlow(scan);
  let ahead = 0;
  for (let code = codeAt(scan); !isGap(code); code = codeAt(scan, ++ahead)) {
    if (code === COLON && isGap(codeAt(scan, ahead + 1))) break;
    if (inFlow && endsFlowWord(code)) break;
  }
  return scan.at + ahead;
}

/** The authenticator's library ends a word at a question mark, which YAML does not. */
function endsFlowWord(code: number): boolean {
  return (
    code === COMMA ||
    code === QUESTION ||
    code === OPEN_LIST ||
    code === CLOSE_LIST ||
    code === OPEN_MAP ||
    code === CLOSE_MAP
  );
}
