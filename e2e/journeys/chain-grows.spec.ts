import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";
import { type Dashboard, startDashboard } from "../start-dashboard";

let dashboard: Dashboard;

/**
 * Neither STS's events nor sign-ins are scanned: what is known of a chain was looked up for the attempt that somebody opened.
 * The portal's calls are asked for by their service in both ways.
 */
test.beforeAll(async () => {
  test.setTimeout(120_000);
  const refused = ['"sts.amazonaws.com"', '"signin.amazonaws.com"'];
  const calls = refused.map((about) => {
    return { kind: "denied", actions: ["cloudtrail:LookupEvents"], about } as const;
  });
  dashboard = await startDashboard({ faults: { calls } });
});
test.afterAll(() => dashboard.close());

test("the chain of an attempt that is opened grows as its hops are looked up, and they are kept", async ({
  page,
  attempts,
  attempt,
}) => {
  test.setTimeout(90_000);
  await page.goto(
    `${dashboard.url}/attempts?${recentDays(2)}&cluster=prod&decision=granted&q=AWSReservedSSO`,
  );
  await attempts.waitUntilAlive();
  await attempts.openRow(0);
  const card = attempt.card("Who is behind it");
  await expect(card.getByRole("status")).toContainText("Looking in CloudTrail of 111122223333 in");
  const hops = card.getByRole("list", { name: "Hops from the origin to the session" }).locator("> li");
  await expect(hops.filter({ hasText: "AssumeRoleWithSAML" })).toHaveCount(1, { timeout: 20_000 });
  // With the portal's tile for the console, else with a shell's token.
  await expect(hops.filter({ hasText: /GetRoleCredentials|Federate/ })).toHaveCount(1, { timeout: 20_000 });
  await expect(hops.filter({ hasText: "UserAuthentication" })).toHaveCount(1, { timeout: 20_000 });
  await expect(card.getByRole("status")).toContainText(/Looked in CloudTrail of .*: \d+ events found/, {
    timeout: 20_000,
  });
  await expect(attempt.card("The STS event")).toContainText("same access key id");
  await card.getByText("What was looked up").click();
  await expect(card.getByText("calls of AssumeRoleWithSAML").first()).toBeVisible();
  await expectAccessible(page);

  const known = await hops.count();
  await page.reload();
  await expect(hops).toHaveCount(known);
});
