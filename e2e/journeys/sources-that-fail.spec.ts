import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { type Dashboard, startDashboard } from "../start-dashboard";

let dashboard: Dashboard;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  dashboard = await startDashboard({
    knobs: {
      denied: ["logs:FilterLogEvents /aws/eks/prod/", "cloudtrail:LookupEvents"],
      logTypeOff: ["staging"],
    },
  });
});
test.afterAll(() => dashboard.close());

test("one source that fails holds up no other, and each says what to do", async ({ page }) => {
  await page.goto(`${dashboard.url}/attempts?range=14d`);
  const main = page.getByRole("main");
  await expect(main).toContainText("8 of 12 sources cannot be read: prod · authenticator log, staging");
  await page.getByText("Why, and what to do").click();
  for (const permission of ["logs:FilterLogEvents", "cloudtrail:LookupEvents"]) {
    await expect(main.getByText(`Missing permission: ${permission}`).first()).toBeVisible();
  }
  await expect(main.getByText("authenticator log of staging is switched off")).toBeVisible();
  const clusters = page.getByRole("group", { name: "Cluster" }).getByRole("checkbox");
  await expect(clusters).toHaveCount(2);
  await expect(clusters.first()).toHaveAccessibleName(/devCluster/);
  await expect(page.getByRole("complementary", { name: "Sample data" })).toHaveCount(0);
  await expectAccessible(page);
});

test("the overview begins with the clusters that cannot be read", async ({ page }) => {
  await page.goto(`${dashboard.url}/`);
  const clusters = page.getByRole("region", { name: "Clusters" }).getByRole("listitem");
  await expect(clusters).toHaveCount(3);
  await expect(clusters.nth(0)).toContainText("✕ Failed");
  await expect(clusters.nth(1)).toContainText("✕ Log is off");
  await expect(clusters.nth(2)).toContainText("devCluster");
  await expectAccessible(page);
});

test("an empty list of a cluster that cannot be read never reads as nobody got in", async ({ page }) => {
  await page.goto(`${dashboard.url}/attempts?range=14d&cluster=prod`);
  const why = page.getByRole("status").filter({ hasText: "cannot be read" });
  await expect(why).toContainText("Missing permission: logs:FilterLogEvents");
  await expect(why).not.toContainText("No attempt is in the log");
  await expect(why).not.toContainText("staging");
  await page.goto(`${dashboard.url}/attempts?range=14d&cluster=staging&decision=denied`);
  await expect(page.getByRole("status").filter({ hasText: "cannot be read" })).toContainText(
    "aws eks update-cluster-config --region eu-west-1 --name staging",
  );
  await expectAccessible(page);
});

test("where the authenticator log is off, the audit log tells who had got in", async ({ page, attempts }) => {
  await page.goto(`${dashboard.url}/attempts?range=14d&cluster=staging`);
  await attempts.waitUntilAlive();
  const row = page.locator("tbody tr").filter({ hasText: "from the audit log" }).first();
  await row.getByRole("link").click();
  await attempts.sheet.getByRole("link", { name: "Open as a page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("had got in to staging");
  await expect(page.getByRole("main")).toContainText("Audit log · 1 event");
  await expect(page.getByRole("region", { name: "Not seen" })).toContainText("nobody who was turned away");
  await expectAccessible(page);
  await page.goto(`${dashboard.url}/clusters/staging`);
  await expect(page.getByRole("main")).toContainText("Who was turned away");
  await expectAccessible(page);
});

test("an attempt whose event could not be looked for says so, not that there is none", async ({
  page,
  attempts,
}) => {
  await page.goto(`${dashboard.url}/attempts?range=14d&decision=granted&cluster=devCluster`);
  await attempts.waitUntilAlive();
  await attempts.openRow(0);
  const missing = page.getByRole("region", { name: "Not seen" });
  await expect(missing).toContainText("cloudtrail:LookupEvents");
  await expectAccessible(page);
});
