import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("a newcomer sees who was turned away, why, and the records that prove it", async ({
  page,
  attempts,
  attempt,
}) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Attempts" }).click();
  await expect(page).toHaveURL(/\/attempts$/);
  await expect(attempts.headline).toContainText(/\d+ callers? in \d+ sessions?/);

  await attempts.option("Decision", /Denied/).check();
  await expect(page).toHaveURL(/\?decision=denied$/);
  await expect(attempts.rows.filter({ hasText: "Granted" })).toHaveCount(0);
  await expect(attempts.headline).toContainText("✓ 0 attempts granted");

  await attempts.openRow(0);
  await expect(attempt.sentence).toContainText("was turned away from");
  await expect(attempt.card("In Kubernetes")).toContainText("None: the cluster turned the caller away.");
  await expect(attempt.card("Evidence")).toContainText('msg="access denied"');

  await page.goBack();
  await expect(attempts.sheet).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\?decision=denied$/);
  await expect(attempts.option("Decision", /Denied/)).toBeChecked();
});

test("who got in, as whom, with the call to STS behind it and whose addresses these are", async ({
  page,
  attempts,
  attempt,
}) => {
  await attempts.open(`?${recentDays(3)}&decision=granted&class=person&q=AWSReservedSSO`);
  await attempts.openRow(0);
  await expect(attempt.sentence).toContainText("got in to");
  await expect(attempt.card("The caller in AWS")).toContainText("arn:aws:sts::");
  await expect(attempt.card("Who is behind it")).toContainText(/Person.*@example\.com/);
  await expect(attempt.card("In Kubernetes")).toContainText("Username");
  await expect(attempt.card("The STS event")).toContainText(
    /same access key id|fit equally well|by principal and time/,
  );
  await expect(attempt.card("Addresses")).toContainText("AWS's address, not the person's");
  const evidence = attempt.card("Evidence");
  await expect(evidence).toContainText('msg="STS response"');
  await expect(evidence).toContainText('msg="access granted"');
  await expectAccessible(page);
});

test("the list's filter survives a visit, and one walks on to the next attempt by keyboard", async ({
  page,
  attempts,
  attempt,
}) => {
  const query = `?${recentDays(3)}&decision=denied`;
  await attempts.open(query);
  await attempts.openRow(0);
  await expect(attempt.page.getByText(/^1 of /)).toBeVisible();
  await page.keyboard.press("j");
  await expect(attempt.page.getByText(/^2 of /)).toBeVisible();
  await attempt.backLink.click();
  await expect(attempts.option("Decision", /Denied/)).toBeChecked();
  expect(attempts.query).toContain("decision=denied");
});
