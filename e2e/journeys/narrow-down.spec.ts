import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("facets: a choice narrows the others, not itself, and its chip takes it back", async ({ attempts }) => {
  await attempts.open(`?${recentDays(7)}`);
  const denied = await attempts.countOf("Decision", "Denied");
  const granted = await attempts.countOf("Decision", "Granted");
  const prod = await attempts.countOf("Cluster", "prod");

  await attempts.option("Decision", /Denied/).check();
  await expect.poll(() => attempts.countOf("Cluster", "prod")).toBeLessThan(prod);
  expect(await attempts.countOf("Decision", "Granted")).toBe(granted);
  expect(await attempts.countOf("Decision", "Denied")).toBe(denied);

  await attempts.activeFilters.getByRole("button", { name: /Remove Decision/ }).click();
  await expect(attempts.activeFilters).toBeHidden();
  expect(await attempts.countOf("Cluster", "prod")).toBe(prod);
});

test("the search finds people and error text; Enter applies it, Esc leaves it as it was", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(7)}`);
  await page.keyboard.press("/");
  await expect(attempts.search).toBeFocused();
  await page.keyboard.type("example.com");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=example.com/);
  await expect(attempts.rows.first()).toContainText("example.com");
  await page.keyboard.type(" more");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(attempts.search).not.toBeFocused();
  await expect(attempts.search).toHaveValue("example.com");
});

test("the histogram: a click zooms in, back zooms out, the keyboard and a table do too", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(7)}`);
  const start = attempts.query;
  const busiest = attempts.bucket(/[1-9]\d* granted/).first();
  await busiest.click();
  await expect(page).not.toHaveURL(new RegExp(`${start.replace("?", "\\?")}$`));
  await expect(attempts.rows.first()).toBeVisible();
  await page.goBack();
  expect(attempts.query).toBe(start);

  await attempts.buckets.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(attempts.buckets.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => attempts.query).not.toBe(start);
  await page.goBack();

  await page.getByRole("button", { name: "As a table" }).click();
  await expect(page.getByRole("region", { name: "Attempts over time, as a table" })).toContainText("Granted");
});

test("a drag over the histogram takes the whole stretch", async ({ page, attempts }) => {
  await attempts.open(`?${recentDays(7)}`);
  const from = await attempts.buckets.nth(10).boundingBox();
  const to = await attempts.buckets.nth(40).boundingBox();
  if (from === null || to === null) throw new Error("the histogram is not drawn");
  await page.mouse.move(from.x + 3, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 3, to.y + 20, { steps: 6 });
  await page.mouse.up();
  const span = () => {
    const params = new URLSearchParams(attempts.query);
    return Date.parse(params.get("to") ?? "") - Date.parse(params.get("from") ?? "");
  };
  // Buckets of a week are two whole hours.
  await expect.poll(() => span() / (2 * 3_600_000)).toBe(31);
});

test("nodes and EKS itself are folded away, counted, and one press from sight", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(1)}`);
  await expect(page.getByText(/attempts by nodes and [\d,]+ by EKS itself are folded away/)).toBeVisible();
  // An instance that is no node of a cluster, and was turned away, is not folded away.
  const nodes = async () =>
    (await attempts.option("What is behind it", /^Node/).count()) === 0
      ? 0
      : attempts.countOf("What is behind it", "Node");
  const apart = await nodes();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/noise=show/);
  await expect.poll(nodes).toBeGreaterThan(apart + 10);
  await page.getByRole("button", { name: "Fold away" }).click();
  await expect(page).not.toHaveURL(/noise/);
});

test("ranges: a preset, and from one instant to another in UTC", async ({ page, attempts }) => {
  await attempts.open();
  await attempts.pickRange("Last 7 days");
  await expect(page).toHaveURL(/\?range=7d$/);

  await page.getByRole("button", { name: /Time range/ }).click();
  await page.getByLabel("From (UTC)").fill("2026-01-02 03:04:05");
  await page.getByLabel("To (UTC)").fill("2026-01-01");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "start before" })).toBeVisible();
  await page.getByLabel("To (UTC)").fill("2026-01-03 00:00");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/from=2026-01-02T03:04:05Z&to=2026-01-03T00:00:00Z/);
});

test("an empty list says why and what to do", async ({ page, attempts }) => {
  await page.goto("/attempts?from=2020-01-01&to=2020-01-02");
  await expect(page.getByRole("heading", { name: "This time was not read" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show what was read" }).click();
  await expect(attempts.rows.first()).toBeVisible();

  await page.goto(`/attempts?${recentDays(2)}&q=no-such-thing`);
  await expect(page.getByRole("heading", { name: "No attempt matches the filters" })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "Clear filters" }).click();
  await expect(attempts.rows.first()).toBeVisible();

  await page.goto(`/attempts?${recentDays(7)}&username=alice`);
  await expect(page.getByRole("heading", { name: "Nothing is called just “alice”" })).toBeVisible();
  await page.getByRole("button", { name: "Search for *alice*" }).click();
  await expect(attempts.search).toHaveValue("username:*alice*");
  await expect(attempts.rows.first()).toContainText("alice");
});

test("a long list is drawn in part, and goes on as one scrolls", async ({ page, attempts }) => {
  await attempts.open(`?${recentDays(13)}&noise=show`);
  const total = Number(await page.getByRole("table", { name: /Attempts/ }).getAttribute("aria-rowcount"));
  expect(total).toBeGreaterThan(500);
  expect(await attempts.rows.count()).toBeLessThan(100);
  const lastRow = () => attempts.rows.last().getAttribute("aria-rowindex").then(Number);
  await expect(async () => {
    await page.mouse.wheel(0, 4_000);
    expect(await lastRow()).toBeGreaterThan(350);
  }).toPass();
  expect(await attempts.rows.count()).toBeLessThan(100);
});

test("what comes in while a row is in use is offered, and does not move the rows", async ({
  page,
  attempts,
}) => {
  test.setTimeout(90_000);
  await page.clock.install();
  await attempts.open("?noise=show");
  await page.keyboard.press("j");
  const first = await attempts.rows.first().textContent();
  const pill = page.getByRole("button", { name: /new attempts?$/ });
  // The page asks every half minute; the program's clock is faster than ours, but attempts are rare.
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(pill).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 80_000 });
  expect(await attempts.rows.first().textContent()).toBe(first);
  await pill.click();
  await expect(attempts.rows.first()).not.toHaveText(first ?? "");
});
