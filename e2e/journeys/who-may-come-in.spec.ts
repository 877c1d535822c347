import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("who may come in to a cluster, as whom, by which entry, and what is wrong with that", async ({
  page,
}) => {
  await page.goto("/clusters/devCluster");
  const who = page.getByRole("region", { name: "Who may come in" });
  await expect(who).toContainText("aws-auth alone decides");
  const rows = who.getByRole("row");
  await expect(rows.filter({ hasText: "user/terraform" })).toContainText(
    "Hidden entry of the cluster's creator",
  );
  const admin = rows.filter({ hasText: "AWSReservedSSO_PlatformAdmin_" });
  await expect(admin).toContainText(/aws-auth, line \d+/);
  await expect(admin).toContainText("admin:{{SessionName}}");
  await expect(who).toContainText(/aws-auth\s*read at .+ UTC/);
  const findings = page.getByRole("region", { name: "What to know about it" });
  const path = findings.getByRole("listitem").filter({ hasText: "has the path /teams/payments/" });
  await expect(path).toContainText("✕ Error");
  await path.locator("summary").click();
  await expect(path).toContainText("What to do:");
  await expectAccessible(page);

  await page.goto("/clusters/prod");
  const lent = page
    .getByRole("region", { name: "Changes" })
    .getByRole("listitem")
    .filter({ hasText: "data-science" });
  await expect(lent.filter({ hasText: "was made" }).first()).toContainText("by alice@example.com");
  await expect(lent.filter({ hasText: "AmazonEKSViewPolicy" }).first()).toContainText("payments-*");
  await expect(page.getByRole("region", { name: "Who may come in" })).toContainText(
    "AmazonEKSClusterAdminPolicy",
  );
  await expectAccessible(page);
});

test("which entry let her in, and what she may do there", async ({ page, attempt }) => {
  const asked = `${recentDays(7)}&decision=granted&cluster=prod&session=alice@example.com&limit=1`;
  const { rows } = await (await page.request.get(`/api/v1/attempts?${asked}`)).json();
  await page.goto(`/attempts/${rows[0]?.id}`);
  await expect(attempt.sentence).toContainText(
    "because an access entry maps role AWSReservedSSO_PlatformAdmin_",
  );
  const mapping = attempt.card("The mapping that decided");
  await expect(mapping).toContainText("the decision is what the log says");
  await expect(mapping).toContainText("AmazonEKSClusterAdminPolicy in the whole cluster");
  const may = attempt.card("What this identity may do");
  await expect(may).toContainText("Everything in the whole cluster.");
  await may.getByLabel("May it").fill("delete");
  await may.getByLabel("Resource").fill("deployments.apps");
  await may.getByLabel("In namespace").fill("shop");
  await may.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/verb=delete&resource=deployments\.apps&namespace=shop/);
  await expect(may.getByRole("status")).toContainText("✓ Yes.");
  await expect(may.getByRole("status")).toContainText("access policy AmazonEKSClusterAdminPolicy");
  await expectAccessible(page);
});

test("what a reader may not do is told by each grant that does not allow it", async ({ page, attempt }) => {
  const asked = `${recentDays(7)}&decision=granted&cluster=prod&session=dave@example.com&limit=1`;
  const { rows } = await (await page.request.get(`/api/v1/attempts?${asked}`)).json();
  await page.goto(`/attempts/${rows[0]?.id}?verb=get&resource=secrets&namespace=shop`);
  const answer = attempt.card("What this identity may do").getByRole("status");
  await expect(answer).toContainText("✕ No");
  await expect(answer).toContainText("ClusterRole viewers by ClusterRoleBinding viewers has no rule for it");
});
