import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("the page of the primitives: nothing for axe, nothing cut off on a phone", async ({ page }) => {
  await page.goto("/design");
  await expect(page.getByRole("region", { name: "Controls" })).toBeVisible();
  await page.getByRole("button", { name: "Panel" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Panel" })).toBeFocused();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
