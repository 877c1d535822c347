import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test.use({ timezoneId: "Asia/Kolkata" });

test("times by one's own clock, with the zone on each, and so from the server's first answer on", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(3)}`);
  const stamp = attempts.row(0).locator("time");
  const ms = Date.parse((await stamp.getAttribute("datetime")) ?? "");
  const clock = (aheadMs: number) => new Date(ms + aheadMs).toISOString().slice(11, 19);
  await expect(stamp).toContainText(clock(0));
  const settings = page.getByRole("button", { name: /Settings/ });
  await settings.click();
  await page.getByRole("radio", { name: "Local: Asia/" }).check();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(settings).toBeFocused();
  await expect(stamp).toContainText(clock(5.5 * 3_600_000));
  await expect(attempts.place).toContainText("UTC+5:30");
  await page.getByRole("button", { name: /Time range/ }).click();
  await expect(page.getByLabel("From (local)")).toBeVisible();

  const html = await (await page.request.get(page.url())).text();
  expect(html).toContain(clock(5.5 * 3_600_000));
  await page.reload();
  await expect(stamp).toContainText(clock(5.5 * 3_600_000));
  await attempts.waitUntilAlive();
  await attempts.openRow(0);
  await expect(page.getByRole("main").locator("time").first()).toContainText("UTC+5:30");
});

test("light and dark as one chooses, without a flash of the other", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/clusters");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole("button", { name: /Settings/ }).click();
  await page.getByRole("radio", { name: "Dark" }).check();
  const dark = await paper();
  expect(dark).not.toBe(light);
  expect(await (await page.request.get(page.url())).text()).toContain('data-theme="dark"');
  await page.reload();
  expect(await paper()).toBe(dark);
  await expectAccessible(page);
  await page.getByRole("button", { name: /Settings/ }).click();
  await page.getByRole("radio", { name: "As the system" }).check();
  await page.emulateMedia({ colorScheme: "light" });
  expect(await paper()).toBe(light);
});
