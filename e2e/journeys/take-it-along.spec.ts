import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

async function download(page: Page, name: string): Promise<{ file: string; text: string }> {
  await page.getByRole("button", { name: "Export" }).click();
  const started = page.waitForEvent("download");
  await page.getByRole("region", { name: "Export" }).getByRole("link", { name }).click();
  const file = await started;
  return { file: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("exactly what is filtered is taken along as CSV and as NDJSON", async ({ page, attempts }) => {
  await attempts.open(`?${recentDays(7)}&decision=denied&cluster=prod`);
  const total = await attempts.total();
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("region", { name: "Export" })).toContainText(
    `${total} attempts: all of this list`,
  );
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  const csv = await download(page, "CSV Cells");
  expect(csv.file).toMatch(/^gatebook-attempts_prod_\d{8}T\d{4}Z-\d{8}T\d{4}Z\.csv$/);
  const [head, ...rows] = csv.text.trimEnd().split("\r\n");
  expect(head).toContain("row,time,cluster,");
  expect(rows).toHaveLength(total);
  expect(rows.every((row) => row.includes(",prod,") && row.includes("denied"))).toBe(true);

  const ndjson = await download(page, "NDJSON");
  const lines = ndjson.text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { decision?: string; end?: { rows: number } });
  expect(lines.at(-1)).toEqual({ end: { rows: total } });
  expect(lines.slice(0, -1).map(({ decision }) => decision)).toEqual(Array(total).fill("denied"));
});
