import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("an attempt on paper: with its raw lines, by day's colours, without what only a screen can do", async ({
  page,
  attempts,
  attempt,
}) => {
  await attempts.open(`?${recentDays(7)}&decision=denied`);
  const href = await attempts.rows.first().getByRole("link").first().getAttribute("href");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  await page.goto(href ?? "");
  await expect(attempt.sentence).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(251, 250, 248)",
  );
  const folded = page.locator("main details:not([open]) > :not(summary)").first();
  await expect(folded).toBeVisible();
  for (const raw of await page.locator("main pre").all())
    expect(await raw.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(1);

  const pdf = await page.pdf();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});
