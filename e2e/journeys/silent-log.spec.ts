import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { SHOWN_MS } from "../shown-time";
import { type Dashboard, startDashboard } from "../start-dashboard";

const DAY_MS = 86_400_000;
const SILENT =
  /The authenticator's log of staging has been silent since .+ UTC \(usually a line every \d+ \w+\)\./;

let dashboard: Dashboard;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  dashboard = await startDashboard({
    knobs: {
      logStopped: { staging: SHOWN_MS - DAY_MS },
      denied: ["logs:FilterLogEvents /aws/eks/prod/", "cloudtrail:LookupEvents"],
    },
  });
});
test.afterAll(() => dashboard.close());

test("a log that stopped is told on every page, and where it leads", async ({ page, expected }) => {
  expected.push(/404/);
  for (const path of ["/attempts?range=2d", "/clusters", "/clusters/prod", "/no-such-page"]) {
    await page.goto(dashboard.url + path);
    await expect(page.getByRole("complementary", { name: "Alarms" })).toContainText(SILENT);
  }
  await page.goto(`${dashboard.url}/attempts?range=2d`);
  await expectAccessible(page);
  await page.getByRole("complementary", { name: "Alarms" }).getByRole("link", { name: "Coverage" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("staging");
  await expect(page.getByRole("main")).toContainText(SILENT);
  await expect(page.getByRole("main")).toContainText("The reading works; the log itself brings nothing.");
});

test("the gap of a silent log and of a refused one are told apart, each in a sentence", async ({ page }) => {
  await page.goto(`${dashboard.url}/clusters/staging`);
  const gaps = page.getByRole("region", { name: /authenticator log$/ }).getByRole("list");
  await expect(gaps.last().getByRole("listitem").first()).toContainText("read, but the log holds no line");
  await expectAccessible(page);
  await page.goto(`${dashboard.url}/clusters/prod`);
  await expect(gaps.last().getByRole("listitem").first()).toContainText("not read: ");
  await expect(page.getByRole("main")).toContainText("Missing permission: logs:FilterLogEvents");
  await expect(page.getByRole("main")).toContainText("no attempt seen in the last 24 h");
  await expectAccessible(page);
  await gaps.getByRole("link", { name: "Attempts at that time" }).first().click();
  await expect(page).toHaveURL(/\/attempts\?.*cluster=prod/);
  await expect(page.getByRole("status").filter({ hasText: "cannot be read" })).toBeVisible();
});

test("the worst stands on top of the clusters, and nothing seen is not zero", async ({ page }) => {
  await page.goto(`${dashboard.url}/clusters`);
  const rows = page.getByRole("table", { name: "Clusters" }).locator("tbody tr");
  await expect(rows.getByRole("rowheader").getByRole("link")).toHaveText(["prod", "staging", "devCluster"]);
  await expect(rows.nth(0)).toContainText("Failed");
  await expect(rows.nth(0)).toContainText("none seen");
  await expect(rows.nth(1)).toContainText("Log is silent");
  await expect(rows.nth(2)).toContainText("Following");
  await expectAccessible(page);
});

test("a bar where nothing was read never reads as nobody", async ({ page }) => {
  await page.goto(`${dashboard.url}/attempts?range=2d&cluster=prod`);
  const bars = page.getByRole("toolbar", { name: /Attempts over time/ }).getByRole("button");
  await expect(bars.first()).toHaveAccessibleName(/nothing is known.*not read: refused by AWS: prod/);
  await page.goto(`${dashboard.url}/attempts?range=2d&cluster=staging`);
  await expect(bars.nth(80)).toHaveAccessibleName(/nothing is known.*the log is silent: staging/);
  const histogram = page.getByRole("region", { name: "Attempts over time", exact: true });
  await expect(histogram).toContainText("▨ the log is silent: staging");
  await page.getByRole("button", { name: "As a table" }).click();
  const table = page.getByRole("region", { name: "Attempts over time, as a table" });
  await expect(table.getByRole("row").last()).toContainText("the log is silent: staging");
  await expectAccessible(page);
});
