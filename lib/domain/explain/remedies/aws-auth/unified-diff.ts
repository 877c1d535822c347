const CONTEXT = 3;
const NO_END = "\n\\ No newline at end of file\n";

/** The change from one text to another as `patch` takes it, in one hunk from its first line to its last. */
export function unifiedDiff(before: string, after: string, name: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const start = commonStart(old, now);
  const end = commonStart(old.slice(start).reverse(), now.slice(start).reverse());
  const from = Math.max(0, start - CONTEXT);
  const below = old.slice(old.length - end, old.length - end + CONTEXT);
  const [out, put] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const around = start - from + below.length;
  return [
    `--- ${name}\n+++ ${name}\n`,
    `@@ -${from + 1},${around + out.length} +${from + 1},${around + put.length} @@\n`,
    ...marked(" ", old.slice(from, start)),
    ...marked("-", out),
    ...marked("+", put),
    ...marked(" ", below),
  ].join("");
}

/** Each with its end. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}

function marked(sign: string, lines: readonly string[]): string[] {
  return lines.map((line) => sign + (line.endsWith("\n") ? line : line + NO_END));
}
