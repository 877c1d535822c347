import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("only, not and copy of any value of a row, by mouse and by keyboard", async ({
  page,
  attempts,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await attempts.open(`?${recentDays(7)}`);
  const menu = page.getByRole("dialog", { name: "Values" });
  const cluster = menu.getByRole("listitem", { name: /^Cluster: / });
  await attempts.row(0).hover();
  await attempts.row(0).getByRole("button", { name: "Values of this attempt" }).click();
  await expect(menu).toBeVisible();
  await expectAccessible(page);
  const name = ((await cluster.getAttribute("aria-label")) ?? "").replace("Cluster: ", "");
  await cluster.getByRole("button", { name: "Copy" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(name);
  await cluster.getByRole("button", { name: "Not" }).click();
  await expect(menu).toBeHidden();
  await expect(attempts.search).toHaveValue(`-cluster:${name}`);

  await page.keyboard.press("j");
  await expect(attempts.row(0).getByRole("link")).toBeFocused();
  await page.keyboard.press(".");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(attempts.row(0).getByRole("link")).toBeFocused();
  await page.keyboard.press(".");
  await menu
    .getByRole("listitem", { name: /^Decision: / })
    .getByRole("button", { name: "Only" })
    .click();
  await expect(attempts.search).toHaveValue(new RegExp(`^decision:(granted|denied) -cluster:${name}$`));
  await page.goBack();
  await expect(attempts.search).toHaveValue(`-cluster:${name}`);
});

test("from an attempt's and an identity's page a value leads to the list of its time", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(7)}&decision=granted`);
  await attempts.openRow(0);
  await page.getByRole("button", { name: "Values…" }).click();
  const menu = page.getByRole("dialog", { name: "Values" });
  const username = menu.getByRole("listitem", { name: /^Kubernetes username: / });
  await expectAccessible(page);
  await username.getByRole("button", { name: "Only" }).click();
  await expect(page).toHaveURL(/\/attempts\?from=.*&username=/);
  await expect(attempts.rows.first()).toBeVisible();

  await page.goBack();
  await page.getByRole("button", { name: "Values…" }).click();
  await username.getByRole("link", { name: "About" }).click();
  await expect(page).toHaveURL(/\/identities\/username\//);
  await expect(menu).toBeHidden();
});
