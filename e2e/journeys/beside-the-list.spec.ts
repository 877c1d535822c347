import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("a row opens beside the list, one walks on without closing it, and Esc leads back to the row", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(3)}&class=person`);
  const placeOfRow = await attempts.row(5).boundingBox();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const sheet = attempts.sheet;
  await expect(sheet).toBeFocused();
  await expect(sheet.getByText(/^2 of /)).toBeVisible();
  await expect(sheet.getByRole("region", { name: "Evidence" })).toContainText("Authenticator");
  const titles = await sheet.getByRole("heading", { level: 2 }).allTextContents();
  const places = ["Who is behind it", "Evidence"].map((title) => titles.indexOf(title));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(await attempts.row(5).boundingBox()).toEqual(placeOfRow);
  await expectAccessible(page);

  await page.keyboard.press("j");
  await expect(sheet.getByText(/^3 of /)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await sheet.getByRole("button", { name: "Attempt before" }).click();
  await expect(sheet.getByText(/^3 of /)).toBeVisible();
  await expect(attempts.row(2).getByRole("link")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(attempts.row(2).getByRole("link")).toBeFocused();
  await expect(page).not.toHaveURL(/open=/);
});

test("a link opens the same row and sheet; Back closes it, and Ctrl leaves the list as it is", async ({
  page,
  context,
  attempts,
}) => {
  await attempts.open(`?${recentDays(3)}&decision=denied`);
  const link = attempts.row(3).getByRole("link");
  await link.click();
  await expect(attempts.sheet).toContainText("was turned away");
  const address = page.url();
  expect(address).toMatch(/[?&]open=/);
  const sentence = await attempts.sheet.getByRole("heading", { level: 2 }).first().textContent();
  await page.goBack();
  await expect(attempts.sheet).toBeHidden();
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    link.click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText(sentence ?? "");
  await tab.goto(address);
  await expect(tab.getByRole("region", { name: "Attempt beside the list" })).toContainText(sentence ?? "");
  await expect(attempts.sheet).toBeHidden();

  await tab.setViewportSize({ width: 390, height: 800 });
  await tab.goto(address);
  await expect(tab).toHaveURL(/\/attempts\/[^?]+/);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText(sentence ?? "");
});
