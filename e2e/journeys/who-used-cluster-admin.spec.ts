import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("who used cluster-admin: people with their mapping and what they did, and who could have", async ({
  page,
  attempt,
}) => {
  await page.goto("/clusters/prod");
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "Who used cluster-admin?" })
    .click();
  await expect(page).toHaveURL(/\/questions\/who-used-cluster-admin\?cluster=prod$/);
  await expect(page.getByRole("combobox", { name: "Cluster" })).toHaveValue("prod");
  await page.getByLabel("Time").selectOption("14d");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/cluster=prod&range=14d/);
  const answer = page.getByRole("region", { name: "The answer" });
  await expect(answer).toContainText(/people came in to prod with all rights in this time/);
  const holders = page.getByRole("list", { name: "Who came in with all rights" }).getByRole("listitem");
  const alice = holders.filter({ hasText: "alice@example.com" }).filter({ hasText: "PlatformAdmin" }).first();
  await expect(alice).toContainText("access policy AmazonEKSClusterAdminPolicy");
  await expect(alice).toContainText("mapped by access entry of");
  await expect(alice).toContainText("delete");
  const shared = holders.filter({ hasText: "role/cluster-admin" }).first();
  await expect(shared).toContainText("the group system:masters");
  await expect(shared).toContainText("mapped by aws-auth, line");
  await expectAccessible(page);
  await alice.getByRole("link", { name: /UTC$/ }).click();
  await expect(page).toHaveURL(/\/attempts\/[0-9a-f]{32}$/);
  await expect(attempt.card("What this identity may do")).toContainText("Everything in the whole cluster.");
});

test("who could have and did not is told too, on a phone and without JavaScript", async ({
  browser,
  baseURL,
}) => {
  const viewport = { width: 390, height: 800 };
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(
    "/questions/who-used-cluster-admin?cluster=devCluster&colour=red&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z",
  );
  await expect(page.getByRole("main")).toContainText('Parameter "colour" is not known here.');
  await expect(page.getByRole("region", { name: "The answer" })).toContainText(
    "Nobody came in to devCluster",
  );
  await expect(page.getByRole("main")).toContainText("is not read.");
  const could = page.getByRole("list", { name: "Could have, and did not" });
  await expect(could).toContainText("Hidden entry of the cluster's creator");
  await expect(could).toContainText("the group system:masters");
  const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
  expect(wide).toBeLessThanOrEqual(viewport.width);
  await page.goto("/questions/who-used-cluster-admin?cluster=nowhere");
  await expect(page.getByRole("main")).toContainText("No cluster called nowhere is read.");
  await context.close();
});
