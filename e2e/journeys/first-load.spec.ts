import { gzipSync } from "node:zlib";
import { expect, test } from "../fixtures";

/** Most that a browser loads of scripts before somebody does anything, gzipped, in bytes. */
const BUDGETS = [
  { path: "/", most: 175_000 },
  { path: "/attempts", most: 225_000 },
  { path: "/reasons", most: 160_000 },
  { path: "/reasons/not-mapped", most: 160_000 },
  { path: "/questions", most: 160_000 },
  { path: "/questions/why-not-in?who=bob%40example.com&cluster=prod&range=7d", most: 160_000 },
  { path: `/s/${"0".repeat(32)}`, most: 160_000 },
];

test.describe("what a page loads at first stays within its budget", () => {
  // Nothing is shared at this address; the page is the same for any.
  test.use({ expected: [/404/] });
  for (const { path, most } of BUDGETS) {
    test(path, async ({ page }) => {
      const sizes: Promise<number>[] = [];
      page.on("response", (response) => {
        if (response.request().resourceType() === "script")
          sizes.push(response.body().then((body) => gzipSync(body).length));
      });
      await page.goto(path, { waitUntil: "load" });
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      // Bare Next alone is more: else nothing was counted.
      expect(bytes).toBeGreaterThan(100_000);
      expect(bytes).toBeLessThanOrEqual(most);
    });
  }
});
