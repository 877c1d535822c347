import { expect, it } from "vitest";
import { applyDiff } from "../../why-not-mapped/scenarios/apply-diff";
import { unifiedDiff } from "./unified-diff";

it("shows the lines that change between three that do not", () => {
  const before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  expect(unifiedDiff(before, before.replace("5\n", "five\nand more\n"), "f")).toBe(
    "--- f\n+++ f\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+and more\n 6\n 7\n 8\n",
  );
});

it("says where a file has no end of line", () => {
  expect(unifiedDiff("a\nb", "a\nc", "f")).toBe(
    "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n",
  );
});

it("gives the other text when it is applied, whatever both are", () => {
  let state = 7;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const text = () => Array.from({ length: 1 + draw(12) }, () => `${draw(3)}\n`).join("");
  for (let round = 0; round < 2_000; round++) {
    const [before, after] = [text(), text()];
    if (before !== after) expect(applyDiff(before, unifiedDiff(before, after, "f"))).toBe(after);
  }
});
