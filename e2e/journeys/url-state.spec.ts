import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("the address holds the whole view: reload, back and forward", async ({ page, attempts }) => {
  // So high that no choice is scrolled to: the place of a scrolled list is written in the address too.
  await page.setViewportSize({ width: 1440, height: 1_400 });
  await attempts.open(`?${recentDays(2)}`);
  const start = attempts.query;
  const wide = await attempts.headline.textContent();
  await attempts.option("Cluster", /^staging/).check();
  await expect(page).toHaveURL(/cluster=staging/);
  await expect(attempts.headline).not.toHaveText(wide ?? "");
  const narrowed = attempts.query;
  const headline = await attempts.headline.textContent();

  await page.reload();
  await expect(attempts.option("Cluster", /^staging/)).toBeChecked();
  await expect(attempts.headline).toHaveText(headline ?? "");

  await page.goBack();
  await expect(attempts.option("Cluster", /^staging/)).not.toBeChecked();
  expect(attempts.query).toBe(start);
  await page.goForward();
  await expect(attempts.option("Cluster", /^staging/)).toBeChecked();
  expect(attempts.query).toBe(narrowed);
});

test("the first page needs no request, a filter one for each part, going back none", async ({
  page,
  attempts,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (/\/api\/v1\/(attempts|histogram|facets)/.test(pathname) || search.includes("_rsc="))
      asked.push(pathname);
  });
  await attempts.open(`?${recentDays(1)}`);
  expect(asked).toEqual([]);

  await attempts.option("Decision", /Denied/).check();
  await expect(attempts.headline).toContainText("✓ 0 attempts granted");
  expect(asked.toSorted()).toEqual(["/api/v1/attempts", "/api/v1/facets", "/api/v1/histogram"]);

  await page.goBack();
  await expect(attempts.headline).not.toContainText("✓ 0 attempts granted");
  expect(asked).toHaveLength(3);
});

test("a copied link carries absolute times and the version", async ({ page, context, attempts }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await attempts.open("?range=7d&decision=denied");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "✓ Copied" })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/attempts\?from=[\dT:-]+Z&to=[\dT:-]+Z&decision=denied&v=1$/);
  await page.goto(link);
  await expect(attempts.option("Decision", /Denied/)).toBeChecked();
});
