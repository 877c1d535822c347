/** A line of a text that became another. */
export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Around what changed so many lines are shown as they stayed. */
const CONTEXT = 3;
/** Beyond so many comparisons of lines the middle is shown as replaced as a whole. */
const MOST_COMPARED = 4_000_000;

/** What a text lost and gained, line by line; the least there is to say. Stretches that stay are left out, but for their edges. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [old, next] = [splitLines(before), splitLines(after)];
  const head = commonStart(old, next);
  const tail = commonStart(old.slice(head).reverse(), next.slice(head).reverse());
  const middle = diffMiddle(old.slice(head, old.length - tail), next.slice(head, next.length - tail));
  const all = [...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))];
  return nearChanges(all);
}

function splitLines(text: string): string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function same(lines: readonly string[]): DiffLine[] {
  return lines.map((text) => ({ kind: "same", text }));
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** By the longest common subsequence. */
function diffMiddle(old: readonly string[], next: readonly string[]): DiffLine[] {
  const removed = old.map((text): DiffLine => ({ kind: "removed", text }));
  const added = next.map((text): DiffLine => ({ kind: "added", text }));
  if (old.length * next.length > MOST_COMPARED || old.length === 0 || next.length === 0)
    return [...removed, ...added];
  const lengths = commonLengths(old, next);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < next.length) {
    const [text, other] = [old[i] ?? "", next[j] ?? ""];
    const width = next.length + 1;
    if (text === other) {
      lines.push({ kind: "same", text });
      i++;
      j++;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      lines.push({ kind: "removed", text });
      i++;
    } else {
      lines.push({ kind: "added", text: other });
      j++;
    }
  }
  return [...lines, ...removed.slice(i), ...added.slice(j)];
}

/** How many lines the ends from i and j on have in common, row by row. */
function commonLengths(old: readonly string[], next: readonly string[]): Uint32Array {
  const width = next.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[i] === next[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}

function nearChanges(lines: readonly DiffLine[]): DiffLine[] {
  const isNear = new Uint8Array(lines.length);
  for (const [i, { kind }] of lines.entries())
    if (kind !== "same") isNear.fill(1, Math.max(0, i - CONTEXT), i + CONTEXT + 1);
  return lines.filter((_, i) => isNear[i] === 1);
}
