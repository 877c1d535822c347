/** A stretch of a text; `at`: where it starts. */
export interface MarkedSpan {
  readonly text: string;
  readonly at: number;
  readonly match: boolean;
}

/** Takes a text apart where `wanted` stands in it, in upper or lower case; whole when it does not. */
export function markMatches(text: string, wanted: string): MarkedSpan[] {
  const needle = foldCase(wanted);
  if (needle === "") return text === "" ? [] : [{ text, at: 0, match: false }];
  const folded = foldCase(text);
  const spans: MarkedSpan[] = [];
  let end = 0;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, end)) {
    if (at > end) spans.push({ text: text.slice(end, at), at: end, match: false });
    end = at + needle.length;
    spans.push({ text: text.slice(at, end), at, match: true });
  }
  if (end < text.length) spans.push({ text: text.slice(end), at: end, match: false });
  return spans;
}

/** The part of a long text that is worth a look: around its first match. */
export function excerptOf(text: string, wanted: string, length: number): { text: string; cut: boolean } {
  if (text.length <= length) return { text, cut: false };
  const first = Math.max(0, foldCase(text).indexOf(foldCase(wanted)));
  const start = Math.min(Math.max(0, first - Math.floor(length / 4)), text.length - length);
  return { text: text.slice(start, start + length), cut: true };
}

/** Lower case, letter by letter: some letters grow longer, and then places would no longer fit. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, i) => {
    const letter = text.charAt(i);
    const small = letter.toLowerCase();
    return small.length === 1 ? small : letter;
  }).join("");
}
