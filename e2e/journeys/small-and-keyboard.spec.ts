import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

for (const { name, width, height } of [
  { name: "a phone", width: 375, height: 812 },
  { name: "200 % zoom of 1440", width: 720, height: 450 },
]) {
  test(`on ${name} nothing is cut off`, async ({ page, header, attempts, attempt }) => {
    await page.setViewportSize({ width, height });
    await attempts.open(`?${recentDays(3)}`);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    const bars = await attempts.buckets.count();
    for (const share of [0, 0.49, 0.51, 0.99]) {
      await attempts.buckets.nth(Math.floor(share * bars)).focus();
      await expect(page.getByText(/UTC: \d+ denied, \d+ granted/)).toBeInViewport({ ratio: 1 });
      expect(await overflow()).toBeLessThanOrEqual(0);
    }

    await header.coverageButton.click();
    await expect(header.coverage.getByRole("heading")).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");

    await expect(attempts.option("Decision", /Denied/)).toBeHidden();
    await page.getByRole("button", { name: "Filters", exact: true }).click();
    await attempts.option("Decision", /Denied/).check();
    await expect(page).toHaveURL(/decision=denied/);
    await page.getByRole("button", { name: "Filters", exact: true }).click();
    await expectAccessible(page);

    await attempts.open(`?${recentDays(3)}&decision=granted&class=person`);
    await attempts.openRow(0);
    await expect(attempt.card("Evidence")).toContainText('msg="access granted"');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
}

test("by keyboard alone: skip, search, walk the rows, open one, come back", async ({ page, attempts }) => {
  await attempts.open(`?${recentDays(3)}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();

  await page.keyboard.press("j");
  await expect(attempts.rows.nth(0).getByRole("link")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await expect(attempts.rows.nth(2).getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await expect(attempts.sheet).toContainText(/got in to|was turned away/);
  await page.keyboard.press("Escape");
  await expect(attempts.rows.nth(1).getByRole("link")).toBeFocused();

  await page.getByRole("button", { name: /Time range/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Last 15 minutes" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /Time range/ })).toBeFocused();
});

test("? tells the keys of the page, and Esc leads back", async ({ page, attempts }) => {
  await attempts.open(`?${recentDays(3)}`);
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys of this page" });
  await expect(keys).toContainText("Next attempt");
  await expect(keys).toContainText("Only, not, copy of a value");
  await expect(keys).toContainText("Search attempts");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await expect(attempts.row(0).getByRole("link")).toBeFocused();
});
