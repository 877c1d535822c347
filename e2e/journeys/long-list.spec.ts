import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

const MANY = `?${recentDays(13)}&noise=show`;

test("the scroll bar leads to the middle and to the end, and only what is in sight is fetched", async ({
  page,
  attempts,
}) => {
  const asked: number[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/v1/attempts") asked.push(Number(searchParams.get("position")));
  });
  await attempts.open(MANY);
  const total = await attempts.total();
  expect(total).toBeGreaterThan(1_000);
  await expect(attempts.place).toContainText(`Row 1 of ${total.toLocaleString("en-US")}`);

  await attempts.dragThumb(0.5);
  await expect.poll(() => attempts.topRow()).toBeGreaterThan(total * 0.4);
  expect(await attempts.topRow()).toBeLessThan(total * 0.6);
  await expect(attempts.placeholders).toHaveCount(0);
  await expect(attempts.place).toContainText(/ \d\d:\d\d:\d\d UTC/);

  await attempts.dragThumb(1);
  await expect(attempts.row(total - 1)).toBeInViewport();
  await expect(attempts.row(total - 1).getByRole("link")).toBeVisible();
  await expect(page.getByText("That is all that was read for this time.")).toBeInViewport();
  expect(asked.every((position) => position % 100 === 0 && position < total)).toBe(true);
  expect(asked.length).toBeLessThan(8);
});

test("rows that are on their way hold their places", async ({ page, attempts }) => {
  await attempts.open(MANY);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/api\/v1\/attempts\?.*position=/, async (route) => {
    await held;
    await route.continue();
  });
  await attempts.dragThumb(0.5);
  await expect(attempts.placeholders.first()).toBeVisible();
  const top = await attempts.topRow();
  await expectAccessible(page);
  answer();
  await expect(attempts.placeholders).toHaveCount(0);
  expect(await attempts.topRow()).toBe(top);
});

test("by keyboard from end to end, and the focus stays on its row", async ({ page, attempts }) => {
  await attempts.open(MANY);
  const total = await attempts.total();
  await page.keyboard.press("j");
  await expect(attempts.row(0).getByRole("link")).toBeFocused();
  await page.keyboard.press("End");
  await expect(attempts.row(total - 1).getByRole("link")).toBeFocused();
  await expect(attempts.row(total - 1)).toBeInViewport();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("PageUp");
  await expect(attempts.row(total - 22).getByRole("link")).toBeFocused();

  // Scrolled far away it is still there; the next key leads back to it.
  await attempts.dragThumb(0.2);
  await expect(attempts.row(total - 22).getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  await expect(attempts.row(total - 23).getByRole("link")).toBeFocused();
  await expect(attempts.row(total - 23)).toBeInViewport();
  await attempts.dragThumbAndPress(0.5, "k");
  await expect(attempts.row(total - 24).getByRole("link")).toBeFocused();
  await expect(attempts.row(total - 24)).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(attempts.row(0).getByRole("link")).toBeFocused();
  await expect(attempts.row(0)).toBeInViewport();
});

test("back from an attempt, a reload and a link lead to the same rows", async ({
  page,
  attempts,
  attempt,
}) => {
  await attempts.open(MANY);
  await attempts.dragThumb(0.4);
  const top = await attempts.keptTopRow();
  const first = await attempts.row(top).textContent();
  await attempts
    .row(top + 3)
    .getByRole("link")
    .click();
  await attempts.sheet.getByRole("link", { name: "Open as a page" }).click();
  await expect(attempt.sentence).toContainText(/got in to|was turned away/);
  await expect(page.getByRole("navigation", { name: "Attempts" })).toContainText(
    `${(top + 4).toLocaleString("en-US")} of`,
  );
  await page.goBack();
  await expect(attempts.row(top + 3).getByRole("link")).toBeFocused();
  await expect.poll(() => attempts.topRow()).toBe(top);

  await page.reload();
  await attempts.waitUntilAlive();
  await expect(attempts.row(top)).toHaveText(first ?? "");
  await expect(attempts.row(top)).toBeInViewport();

  const href = await attempts
    .row(top + 5)
    .getByRole("link")
    .getAttribute("href");
  await page.goto(href ?? "");
  await attempt.backLink.click();
  await expect(attempts.row(top + 5)).toBeInViewport();
});

test("another filter starts at its first row, and back returns to where one was", async ({
  page,
  attempts,
}) => {
  await attempts.open(MANY);
  await attempts.dragThumb(0.6);
  const top = await attempts.keptTopRow();
  await attempts.option("Decision", /Denied/).check();
  await expect.poll(() => attempts.topRow()).toBe(0);
  await page.goBack();
  await expect.poll(() => attempts.topRow()).toBe(top);
});

test("a time is scrolled to without narrowing the list", async ({ page, attempts }) => {
  await attempts.open(MANY);
  const total = await attempts.total();
  const { searchParams } = new URL(page.url());
  const noon = new Date(Date.parse(searchParams.get("to") ?? "") - 5.5 * 86_400_000);
  await page.getByRole("button", { name: "Go to time" }).click();
  const field = page.getByLabel("Scroll to (UTC)");
  await field.fill("noon");
  await page.getByRole("button", { name: "Go", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write it like" })).toBeVisible();
  await expectAccessible(page);
  await field.fill(noon.toISOString().slice(0, 16).replace("T", " "));
  await page.keyboard.press("Enter");
  await expect.poll(() => attempts.topRow()).toBeGreaterThan(0);
  const top = await attempts.topRow();
  const timeOf = async (index: number) =>
    Date.parse((await attempts.row(index).locator("time").first().getAttribute("datetime")) ?? "");
  expect(await timeOf(top)).toBeLessThanOrEqual(noon.getTime());
  expect(await timeOf(top - 1)).toBeGreaterThan(noon.getTime());
  expect(await attempts.total()).toBe(total);
  await page.goBack();
  await expect.poll(() => attempts.topRow()).toBe(0);
});

test("what comes in while one reads further down moves nothing, and is one press away", async ({
  page,
  attempts,
}) => {
  test.setTimeout(90_000);
  await page.clock.install();
  await attempts.open("?noise=show");
  const newest = await attempts.row(0).textContent();
  await attempts.dragThumb(0.5);
  await expect(page).toHaveURL(/[?&]at=/);
  const top = await attempts.topRow();
  const text = await attempts.row(top).textContent();
  const total = await attempts.total();
  const pill = page.getByRole("button", { name: /new attempts?$/ });
  // The page asks every half minute; the program's clock is faster than ours, but attempts are rare.
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(pill).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 80_000 });
  expect(await attempts.topRow()).toBe(top);
  await expect(attempts.row(top)).toHaveText(text ?? "");
  expect(await attempts.total()).toBe(total);

  await pill.click();
  await expect(attempts.row(0)).not.toHaveText(newest ?? "");
  await expect.poll(() => attempts.topRow()).toBe(0);
  await expect(page).not.toHaveURL(/[?&]at=/);
});
