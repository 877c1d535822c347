import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("what changed before the denials began: the change, its author, and whom it turned away", async ({
  page,
}) => {
  await page.goto("/questions/what-changed");
  await page.getByLabel("Cluster").selectOption("devCluster");
  await page.getByLabel("Time").selectOption("7d");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/cluster=devCluster/);
  const answer = page.getByRole("region", { name: "The answer" });
  await expect(answer).toContainText("changed aws-auth at");
  await expect(answer).toContainText("From then on the mappings turned away");
  const first = page.getByRole("list", { name: "Changes before" }).getByRole("listitem").first();
  await expect(first).toContainText("It decides");
  await expect(first).toContainText("aws-auth was changed");
  await expect(first.getByRole("figure", { name: "What was taken out and put in" })).toBeVisible();
  await expectAccessible(page);
  const runs = page.getByRole("list", { name: "Where denials begin" }).getByRole("listitem");
  await expect(runs.filter({ hasText: "let in last" }).first()).toContainText("denied first");
  await runs.first().getByRole("link", { name: "why they can't get in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Why can't somebody get in?");
  await expect(page.getByRole("list", { name: "The way in" })).toBeVisible();
});

test("where no change is known that fits, that is said, with what else it can be", async ({ page }) => {
  await page.goto("/questions/what-changed?cluster=staging&who=data-science&range=7d");
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("no change is known");
  await expect(page.getByRole("region", { name: "What else it can be" })).toContainText("made anew");
  await expectAccessible(page);
});
