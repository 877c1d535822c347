import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("who deleted the namespace: from the search to the person", async ({ page }) => {
  await page.goto(`/requests?${recentDays(5)}`);
  const form = page.getByRole("form", { name: "Search requests" });
  await form.getByLabel("Verb").selectOption("delete");
  await form.getByLabel("Resource").selectOption("namespaces");
  await form.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/verb=delete&resource=namespaces/);
  const rows = page.getByRole("list", { name: "Requests" }).getByRole("listitem");
  const row = rows.filter({ hasText: "Person" }).filter({ hasText: "keyed" }).first();
  await expect(row).toContainText(/from \d+\.\d+\.\d+\.\d+/);
  await expect(row).toContainText("(claimed)");
  // Everybody is the same in Kubernetes: what tells them apart is what stands before.
  await expect(row).toContainText("as kubernetes-admin");
  const deed = (await row.getByRole("link", { name: /^deleted namespace/ }).textContent()) ?? "";
  const [, person = ""] = /^(\S+?)Person/.exec((await row.textContent()) ?? "") ?? [];
  expect([person, deed]).not.toContain("");
  await row.getByRole("link", { name: "How this caller got in" }).click();
  await expect(page).toHaveURL(/\/attempts\/[0-9a-f]{32}/);
  const done = page.getByRole("region", { name: "Done in Kubernetes" });
  await expect(done).toContainText(deed);
  const behind = page.getByRole("region", { name: "Who is behind it" });
  await expect(behind).toContainText(person);
  await behind.getByRole("link", { name: "All about this person" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(person);
  await page.goBack();
  await done.getByRole("link", { name: deed }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(deed);
  await expect(page.getByRole("region", { name: "The record" })).toContainText("ResponseComplete");
});

test("a broken link to requests opens, and says what was left out", async ({ page }) => {
  await page.goto("/requests?outcome=perhaps&verb=delete&cursor=nowhere&from=never");
  await expect(page.getByText("Part of this link could not be read and was left out.")).toBeVisible();
  await expect(page.getByRole("form", { name: "Search requests" }).getByLabel("Verb")).toHaveValue("delete");
  await page.goto("/requests?name=no-such-object-anywhere");
  await expect(page.getByRole("status").filter({ hasText: "0 requests" })).toBeVisible();
  await expect(page.getByText("Nothing that is kept matches.")).toBeVisible();
});

test("axe finds nothing in the search, nor in what a request tells of itself", async ({ page }) => {
  test.slow();
  await page.goto(`/requests?${recentDays(5)}&verb=delete&resource=namespaces`);
  const deed = page.getByRole("link", { name: /^deleted namespace/ }).first();
  await expect(deed).toBeVisible();
  await expectAccessible(page);
  await deed.click();
  await expect(page.getByRole("region", { name: "The record" })).toContainText("ResponseComplete");
  await expectAccessible(page);
});

for (const { name, width, height } of [
  { name: "a phone", width: 390, height: 844 },
  { name: "200 % zoom of 1440", width: 720, height: 450 },
]) {
  test(`on ${name} nothing of the requests is cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/requests?${recentDays(5)}`);
    await expect(page.getByRole("list", { name: "Requests" }).getByRole("listitem").first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
