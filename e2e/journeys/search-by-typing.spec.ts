import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("a search is typed with what is suggested, by keyboard alone, and opens again from its address", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(7)}`);
  await page.keyboard.press("/");
  await page.keyboard.type("deci");
  await expect(attempts.suggestions.first()).toHaveText(/decision:/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(attempts.search).toHaveValue("decision:");
  // Values come with their counts.
  await expect(attempts.suggestions.filter({ hasText: "denied" })).toHaveText(/[\d,]+ attempts/);
  await page.keyboard.type("den");
  await page.keyboard.press("ArrowDown");
  await expect(attempts.search).toHaveAttribute("aria-activedescendant", /.+/);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(attempts.search).toHaveValue("decision:denied ");
  await page.keyboard.type("-cluster:sta*");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/decision=denied&where=-cluster:sta\*/);
  await expect(attempts.search).toHaveValue("decision:denied -cluster:sta*");
  await expect(attempts.headline).toContainText("0 attempts granted");
  await expect(attempts.option("Cluster", /^staging excluded/)).toBeVisible();
  const headline = (await attempts.headline.textContent()) ?? "";

  await page.reload();
  await attempts.waitUntilAlive();
  await expect(attempts.search).toHaveValue("decision:denied -cluster:sta*");
  await expect(attempts.headline).toHaveText(headline);
});

test("search, facets and chips are one filter, and back and forward go through it", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(7)}`);
  await attempts.option("Cluster", /^staging/).check();
  await expect(attempts.search).toHaveValue("cluster:staging");
  await attempts.search.fill("cluster:(staging, prod) -class:person");
  await attempts.search.press("Enter");
  await expect(attempts.option("Cluster", /^prod/)).toBeChecked();
  await expect(attempts.option("What is behind it", /^Person excluded/)).toBeVisible();
  await attempts.activeFilters.getByRole("button", { name: "Remove Cluster: staging" }).click();
  await expect(attempts.search).toHaveValue("-class:person cluster:prod");
  await attempts.option("What is behind it", /^Person excluded/).click();
  await expect(attempts.search).toHaveValue("cluster:prod");

  await page.goBack();
  await expect(attempts.search).toHaveValue("-class:person cluster:prod");
  await page.goBack();
  await expect(attempts.option("Cluster", /^staging/)).toBeChecked();
  await page.goForward();
  await expect(attempts.option("Cluster", /^staging/)).not.toBeChecked();
  await attempts.option("Reason of a denial", /^No mapping/).check();
  await expect(attempts.search).toHaveValue("reason:not-mapped -class:person cluster:prod");
  await expect(attempts.row(0)).toContainText("No mapping for this");
});

test("of a mangled search the rest applies, and what was left out is marked and said", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(7)}`);
  await attempts.search.fill('decision:denied clustr:prod group:"x');
  await attempts.search.press("Enter");
  await expect(page).toHaveURL(/decision=denied$/);
  await expect(attempts.headline).toContainText("0 attempts granted");
  const said = page.getByRole("list", { name: "What the search could not read" });
  await expect(said).toContainText("There is no such key. Did you mean cluster: ?");
  await expect(said).toContainText("The quote is not closed.");
  await expect(attempts.search).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await said.getByRole("button", { name: /clustr/ }).click();
  await expect(attempts.search).toBeFocused();
  await page.keyboard.type("cluster");
  await page.keyboard.press("Escape");
  expect(await attempts.search.inputValue()).toBe('decision:denied cluster:prod group:"x');

  await page.goto(`/attempts?${recentDays(7)}&decision=denied&where=clustr:prod&where=-group:x`);
  await expect(page.getByText("Part of this link could not be read")).toBeVisible();
  await expect(attempts.search).toHaveValue("decision:denied -group:x");
});

test("how to search is one key away", async ({ page, attempts }) => {
  await attempts.open(`?${recentDays(1)}`);
  await page.keyboard.press("/");
  await page.keyboard.press("F1");
  await expect(page.getByRole("heading", { name: "How to search" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "How to search" })).toBeHidden();
});
