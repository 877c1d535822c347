import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { type Dashboard, startDashboard } from "../start-dashboard";

const account = (id: string) => `
  - id: "${id}"
    role: arn:aws:iam::${id}:role/gatebook
    externalId: gatebook-7f3a9c
    regions: [eu-west-1, us-east-2]`;
const CONFIG = `accounts:
  - id: "111122223333"
    regions: [eu-west-1, us-east-2]
    trails:
      - { from: s3://example-org-trail/audit/AWSLogs/, region: eu-west-1 }${account("444455556666")}
  - id: "777788889999"
    role: arn:aws:iam::777788889999:role/not-ours
    regions: [eu-west-1]
lookbackDays: 2
`;

let dashboard: Dashboard;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const isListed = async (url: string) => {
    const response = await fetch(`${url}/api/v1/clusters`).catch(() => null);
    return response?.ok === true && (await response.json()).clusters.length === 12;
  };
  dashboard = await startDashboard({ scale: 6, speed: 8, config: CONFIG, isThere: isListed });
});
test.afterAll(() => dashboard.close());

test("many clusters are searched and picked by their state, and the address keeps it", async ({ page }) => {
  await page.goto(`${dashboard.url}/clusters`);
  const rows = page.getByRole("table", { name: "Clusters" }).locator("tbody tr");
  await expect(rows).toHaveCount(12);
  const box = page.getByRole("searchbox", { name: "Search clusters" });
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await box.fill("4444 pay PROD");
  await expect(rows.getByRole("rowheader").getByRole("link")).toHaveText(["payments-prod"]);
  await expect(page.getByRole("main").getByRole("status")).toHaveText("1 shown");
  await expect(page).toHaveURL(/\/clusters\?q=4444/);
  await page.reload();
  await expect(box).toHaveValue("4444 pay PROD");
  await expect(rows).toHaveCount(1);
  await expectAccessible(page);
  await box.fill("nothing of the kind");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(rows).toHaveCount(12);
  await expect(page).toHaveURL(/\/clusters$/);
});

test("a cluster's page says from where each part comes, and the menu what cannot be reached", async ({
  page,
  header,
}) => {
  await page.goto(`${dashboard.url}/clusters/payments-prod`);
  await expect(page.getByRole("main")).toContainText("eu-west-1 · 444455556666");
  for (const name of [
    "payments-prod · authenticator log",
    "444455556666 eu-west-1 · CloudTrail in s3://example-org-trail",
    "444455556666 us-east-1 · CloudTrail",
  ])
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  await expectAccessible(page);
  await header.coverageButton.click();
  const refused = header.coverage.getByRole("listitem").filter({ hasText: "777788889999 · account" });
  await expect(refused).toContainText("Cannot take the role arn:aws:iam::777788889999:role/not-ours");
  await expect(refused).toContainText("npx gatebook config policy");
});
