import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("is anyone still using this mapping: last use, people, what nobody uses, and what its end would change", async ({
  page,
}) => {
  await page.goto("/clusters/devCluster");
  await page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "Is a mapping still used?" })
    .click();
  await expect(page).toHaveURL(/\/questions\/mapping-use\?cluster=devCluster$/);
  const used = page.getByRole("list", { name: "In use" }).getByRole("listitem");
  const admin = used.filter({ hasText: "PlatformAdmin" }).first();
  await expect(admin).toContainText("✓ Used");
  await expect(admin).toContainText("alice@example.com");
  await admin.locator("summary").click();
  await expect(admin).toContainText("-    - rolearn:");
  await expect(admin).toContainText("Turned away:");
  const unused = page.getByRole("list", { name: "Nobody uses these" }).getByRole("listitem");
  await expect(unused.filter({ hasText: "Nobody came by it since" }).first()).toContainText("aws-auth, line");
  const kept = page.getByRole("list", { name: "Of nodes, of AWS and of the cluster's creator" });
  const nodes = kept.getByRole("listitem").filter({ hasText: "devCluster-node" });
  await expect(nodes).toContainText("without it they cannot join");
  await expect(nodes.locator("summary")).toHaveCount(0);
  await expectAccessible(page);
});

test("an access entry is taken out by a command, and a fixed name for all is marked", async ({ page }) => {
  await page.goto("/questions");
  await page.getByRole("link", { name: "Is anyone still using this mapping?" }).click();
  await page.getByLabel("Cluster").selectOption("staging");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/cluster=staging/);
  const main = page.getByRole("main");
  await expect(main).toContainText("aws eks delete-access-entry --cluster-name staging --region eu-west-1");
  const workbench = main.getByRole("listitem").filter({ hasText: "role/workbench-user" }).first();
  await expect(workbench).toContainText("⚠ one name for all");
  const { mappings } = await (await page.request.get("/api/v1/questions/mapping-use?cluster=staging")).json();
  const keepers = mappings.map(({ keeper }: { readonly keeper: string | null }) => keeper);
  expect(keepers).toContain("node");
  expect((await page.request.get("/api/v1/questions/mapping-use?cluster=staging&range=7d")).status()).toBe(
    400,
  );
});
