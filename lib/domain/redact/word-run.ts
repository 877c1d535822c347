import { isBoundary, isWord } from "./name-trie";

const COLON = 58;
const DOT = 46;

/** Whether a name, an address or an ARN may begin here. */
export function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isBoundary(text, at) && (isRun(code) || code === COLON);
}

/** Whether nothing of the run stands before: letters, digits and what stands within a name or an e-mail address. */
export function beginsRun(text: string, at: number): boolean {
  return at === 0 || !isRun(text.charCodeAt(at - 1));
}

/** Behind the run that begins at `at`, without the full stop of a sentence. */
export function runEnd(text: string, at: number): number {
  let end = at;
  while (isRun(text.charCodeAt(end))) end++;
  while (end > at && text.charCodeAt(end - 1) === DOT) end--;
  return end;
}

function isRun(code: number): boolean {
  return isWord(code) || "-_.+@".includes(String.fromCharCode(code));
}
