import type { Page } from "@playwright/test";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

async function firstAttempt(page: Page): Promise<string> {
  const answer = await page.request.get(`/api/v1/attempts?${recentDays(7)}&limit=1`);
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  return rows[0]?.id ?? "";
}

test("who opened an attempt and who took a list along is listed for admins, and the log is intact", async ({
  page,
}) => {
  const id = await firstAttempt(page);
  await page.goto(`/attempts/${id}`);
  const csv = await page.request.get(`/api/v1/attempts/export?${recentDays(7)}&decision=denied`);
  expect(csv.status()).toBe(200);

  await page.goto("/admin/audit");
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows.filter({ hasText: `Saw attempt ${id}` }).first()).toBeVisible();
  await expect(rows.filter({ hasText: "Exported attempts as csv" }).first()).toContainText("decision=denied");
  await page.getByRole("link", { name: "Verify the whole log" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Intact:" })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("What was done").selectOption("export");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/deed=export/);
  await expect(rows.filter({ hasText: "Saw attempt" })).toHaveCount(0);
});

test("the log is read on a phone, and in the dark", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.emulateMedia({ colorScheme: "dark" });
  // Who came before in this run would push it off the first page.
  await page.goto("/admin/audit?deed=started");
  await expect(page.getByRole("table").getByText("Started", { exact: true }).last()).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
