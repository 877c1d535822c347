/** What `patch` makes of a text by a unified diff of one hunk; throws where a line is not the one that the diff names. */
export function applyDiff(text: string, diff: string): string {
  const [, , hunk = "", ...body] = diff.replace(/\n$/, "").split("\n");
  const [, from = "", length = ""] = /^@@ -(\d+),(\d+) \+\d+,\d+ @@$/.exec(hunk) ?? [];
  const lines = text.split("\n");
  const at = Number(from) - 1;
  const before = body.filter((line) => /^[ -]/.test(line)).map((line) => line.slice(1));
  const after = body.filter((line) => /^[ +]/.test(line)).map((line) => line.slice(1));
  const found = lines.slice(at, at + Number(length));
  if (found.length === 0 || found.join("\n") !== before.join("\n"))
    throw new Error(`the diff is of another text: ${diff}`);
  return lines.toSpliced(at, found.length, ...after).join("\n");
}
