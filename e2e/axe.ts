import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

interface AxePage {
  readonly axe: { run(context: Document, options: object): Promise<AxeResults> };
}

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** All rules in light; in dark those that colours can break, as nothing else differs. What passes is not described: that takes longest. */
const RUNS = [
  { colorScheme: "light", options: { resultTypes: ["violations"] } },
  {
    colorScheme: "dark",
    options: { resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block"] },
  },
] as const;

/** No finding of axe, light and dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // Rows on their way out are dimmed on purpose.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // Between two pages the old title goes before the new one is there.
  await expect(page).toHaveTitle(/./);
  await page.evaluate(source);
  for (const { colorScheme, options } of RUNS) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(
      (given) => (window as unknown as AxePage).axe.run(document, given),
      options,
    );
    const findings = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${colorScheme} ${id}: ${html} ${failureSummary}`),
    );
    expect(findings).toEqual([]);
  }
}
