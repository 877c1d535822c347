import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("all clusters stand in one table, and lead to their page and their attempts", async ({ page }) => {
  await page.goto("/attempts");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Clusters" }).click();
  await expect(page).toHaveURL(/\/clusters$/);
  await expect(page).toHaveTitle("Clusters · Gatebook");
  const rows = page.getByRole("table", { name: "Clusters" }).locator("tbody tr");
  const prod = rows.filter({ has: page.getByRole("rowheader", { name: /^prod/ }) });
  await expect(prod).toContainText("eu-west-1 · 111122223333");
  await expect(prod.getByRole("img", { name: /^Last 14 days: \d+ % known/ })).toBeVisible();
  await expectAccessible(page);
  await prod.getByRole("link", { name: /attempts$/ }).click();
  await expect(page).toHaveURL(/\/attempts\?cluster=prod$/);
  await page.goBack();
  await prod.getByRole("link", { name: "prod", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("prod");
});

test("a cluster's page says what was read for it, how old it is, and what it can never tell", async ({
  page,
}) => {
  await page.goto("/clusters/prod");
  await expect(page).toHaveTitle("prod · Gatebook");
  await expect(page.getByRole("main")).toContainText(/newest line was written \d+ \w+ ago/);
  for (const label of [
    "prod · authenticator log",
    "111122223333 eu-west-1 · CloudTrail",
    "111122223333 us-east-1 · CloudTrail",
    "111122223333 eu-west-1 · CloudTrail, sign-ins",
  ]) {
    const source = page.getByRole("region", { name: label, exact: true });
    await expect(source.getByRole("img", { name: /^Last 14 days: / })).toBeVisible();
    await expect(source).toContainText(/newest .+ UTC/);
  }
  const blind = page.getByRole("region", { name: "What the records of prod cannot tell" });
  await expect(blind).toContainText("best-effort");
  await expect(blind).toContainText("Which cluster a CloudTrail event belongs to");
  await expectAccessible(page);
});

test("an unknown cluster is 404 and answered with the nearest names", async ({ page, request, expected }) => {
  expected.push(/404/);
  const response = await page.goto("/clusters/stagign");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no such cluster" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("list", { name: "Likely clusters" }).getByRole("link", { name: "staging" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("staging");
  const answer = await request.get("/api/v1/clusters/stagign");
  expect(answer.status()).toBe(404);
  expect((await answer.json()).error.message).toBe("There is no such cluster. Those that are read: staging.");
});

const WHAT_IF = "/clusters/devCluster/what-if?who=Developer&session=jo&username=developer:bob-example.com";

for (const { name, width, height } of [
  { name: "a phone", width: 390, height: 844 },
  { name: "200 % zoom of 1440", width: 720, height: 450 },
]) {
  test(`on ${name} nothing of the clusters is cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    for (const path of ["/clusters", "/clusters/devCluster", WHAT_IF]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await overflow()).toBeLessThanOrEqual(0);
      await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveCount(7);
      await expectAccessible(page);
    }
  });
}
