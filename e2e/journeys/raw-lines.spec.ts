import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

/** As it stands in the log; no attempt holds it. */
const TEXT = 'msg="access denied"';
const SEARCHED = `q=${encodeURIComponent(TEXT)}`;
const OFFER = "Search the raw lines too";

test("a text that no attempt holds is found in the raw lines, and what was gone through is told", async ({
  page,
}) => {
  await page.goto(`/attempts?${recentDays(1)}&${SEARCHED}`);
  await expect(page.getByRole("heading", { name: "No attempt matches the filters" })).toBeVisible();
  await page.getByRole("button", { name: OFFER }).click();
  const found = page.getByRole("region", { name: "Raw lines" });
  await expect(found.getByRole("status")).toHaveText(/^[\d,]+ lines\.$/);
  const line = found.getByRole("listitem").first();
  await expect(line.locator("mark")).toHaveText(TEXT);
  await expect(line).toContainText(/authenticator-\w+/);
  await expect(found).toContainText(/Went through [\d,]+ records \([\d.,]+ [kM]B\) for /);
  await expectAccessible(page);
  await found.getByRole("button", { name: "Close" }).click();
  await expect(found).toBeHidden();
});

test("over more than 24 hours they are not offered, and it is said why", async ({ page }) => {
  await page.goto(`/attempts?${recentDays(3)}&${SEARCHED}`);
  await expect(page.getByText("they can be searched over 24 hours at most")).toBeVisible();
  await expect(page.getByRole("button", { name: OFFER })).toBeHidden();
  await page.getByRole("button", { name: "Show the last 24 hours" }).click();
  await expect(page).toHaveURL(new RegExp(recentDays(1)));
  await expect(page.getByRole("button", { name: OFFER })).toBeVisible();
});

test("a search that takes long can be cancelled, and the filters it does not know are named", async ({
  page,
  attempts,
}) => {
  const ended = new Promise<string>((resolve) => {
    page.on("requestfailed", (request) => resolve(new URL(request.url()).pathname));
  });
  await page.route(/\/api\/v1\/raw-lines/, () => {
    // No answer comes.
  });
  await attempts.open(`?${recentDays(1)}&decision=denied&q=arn`);
  await expect(page.getByText("They are not narrowed by: Decision.")).toBeVisible();
  await page.getByRole("button", { name: OFFER }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await ended).toBe("/api/v1/raw-lines");
  await expect(page.getByRole("button", { name: OFFER })).toBeVisible();
});
