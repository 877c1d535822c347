const OPENING = "\"'`<([{“‘«";
const CLOSING = "\"'`>)]}”’»";
const TRAILING = ",;:.!?…";
const ROUNDS = 4;

/** A value without the quotes, brackets and punctuation that stood around it in a sentence, a log or JSON. */
export function trimPasted(text: string): string {
  let inner = text.trim();
  for (let round = 0; round < ROUNDS; round++) {
    const before = inner;
    inner = unwrap(dropTrailing(inner)).trim();
    if (inner === before) break;
  }
  return inner;
}

function dropTrailing(text: string): string {
  // Where each bracket or quote is opened first: before an end, or nowhere before it.
  const opened = [...OPENING].map((open) => text.indexOf(open));
  let end = text.length;
  while (end > 0 && (TRAILING.includes(text.charAt(end - 1)) || isLoneClosing(text, end, opened))) end--;
  return text.slice(0, end);
}

/** A quote or bracket that nothing in the text opens. */
function isLoneClosing(text: string, end: number, opened: readonly number[]): boolean {
  const first = opened[CLOSING.indexOf(text.charAt(end - 1))];
  return first !== undefined && end > 1 && (first < 0 || first > end - 2);
}

function unwrap(text: string): string {
  const at = OPENING.indexOf(text.charAt(0));
  if (text === "" || at < 0) return text;
  if (text.length > 1 && text.endsWith(CLOSING.charAt(at))) return text.slice(1, -1);
  return text.indexOf(CLOSING.charAt(at), 1) < 0 ? text.slice(1) : text;
}
