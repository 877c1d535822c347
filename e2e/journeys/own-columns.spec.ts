import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("columns are chosen, ordered and resized, by keyboard too; the link shows the same, and a reset takes it back", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(3)}&decision=granted`);
  const heads = page.getByRole("columnheader");
  const usual = await heads.allTextContents();
  await page.getByRole("button", { name: "Columns" }).press("Enter");
  const menu = page.getByRole("region", { name: "Columns" });
  await menu.getByRole("checkbox", { name: "Access key" }).check();
  await menu.getByRole("checkbox", { name: "Through" }).uncheck();
  await expect(heads.last()).toHaveText("Access key");
  await menu.getByRole("button", { name: "Access key: earlier" }).press("Enter");
  await page.keyboard.press("Enter");
  await expect(menu.getByRole("button", { name: "Access key: earlier" })).toBeFocused();
  await expect(heads.nth(4)).toHaveText("Access key");
  const width = async () => (await heads.nth(4).boundingBox())?.width ?? 0;
  const before = await width();
  await menu.getByRole("button", { name: "Access key: wider" }).press("Enter");
  expect(await width()).toBeGreaterThan(before + 5);
  await expect(page).toHaveURL(/columns=time,decision,who,origin,key\.\d+,outcome,cluster$/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(attempts.row(0)).toContainText(/A[KS]IA/);

  const link = page.url();
  await attempts.option("Cluster", /^prod/).check();
  await expect(page).toHaveURL(/cluster=prod.*columns=/);
  await page.goto(link);
  await attempts.waitUntilAlive();
  await expect(heads.nth(4)).toHaveText("Access key");
  await page.goto("/attempts");
  await attempts.waitUntilAlive();
  await expect(heads.nth(4)).toHaveText("Access key");
  await page.getByRole("button", { name: "Columns" }).click();
  await menu.getByRole("button", { name: "Reset" }).click();
  await expect(heads).toHaveText(usual);
  await expect(page).not.toHaveURL(/columns=/);
});

test("a border is dragged, and a long list keeps its place", async ({ page, attempts }) => {
  await attempts.open("?range=14d");
  await attempts.dragThumb(0.5);
  await expect(page).toHaveURL(/&at=/);
  const top = await attempts.topRow();
  const head = page.getByRole("columnheader", { name: /^Who/ });
  const from = await head.boundingBox();
  const x = (from?.x ?? 0) + (from?.width ?? 0) - 4;
  const y = (from?.y ?? 0) + 10;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y);
  await page.mouse.move(x + 80, y);
  await page.mouse.up();
  expect(Math.abs(((await head.boundingBox())?.width ?? 0) - (from?.width ?? 0) - 80)).toBeLessThan(12);
  await expect(page).toHaveURL(/columns=time,decision,who\.\d+,/);
  expect(await attempts.topRow()).toBe(top);
  await expect(attempts.row(top)).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(attempts.rows.first()).toBeVisible();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});
