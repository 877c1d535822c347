import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { AttemptPage } from "../pages/attempt-page";
import { recentDays } from "../recent-days";

/** An administrator's `aws eks get-token --role-arn` names everybody's session the same. */
const DELETED = `/requests?${recentDays(5)}&username=kubernetes-admin&verb=delete&resource=namespaces&q=EKSGetTokenAuth`;

test("kubernetes-admin deleted a namespace: who it was, all that was done then, and what else the person did", async ({
  page,
}) => {
  test.slow();
  await page.goto(DELETED);
  const row = page.getByRole("list", { name: "Requests" }).getByRole("listitem").first();
  await expect(row).toContainText("deleted namespace review-");
  await expect(row).toContainText("as kubernetes-admin");
  const [person = ""] = /^\S+?@example\.com/.exec((await row.textContent()) ?? "") ?? [];
  expect(person).not.toBe("");
  await row.getByRole("link", { name: "How this caller got in" }).click();

  const attempt = new AttemptPage(page);
  await expect(attempt.card("Who is behind it")).toContainText(person);
  const all = attempt.card("Done in Kubernetes").getByRole("region", { name: "All requests" });
  await expect(all.getByRole("list", { name: "All requests" })).toBeHidden();
  await all.getByRole("button", { name: "±15 min" }).click();
  await expect(all.getByRole("status")).toHaveText(/^4 requests: 3 reads, 1 write, 0 denied, 0 streams\.$/);
  const done = all.getByRole("list", { name: "All requests" }).getByRole("listitem");
  await expect(done).toHaveCount(4);
  await expect(done.filter({ hasText: "listed namespaces" })).toHaveCount(1);
  await expect(done.filter({ hasText: "deleted namespace review-" })).toHaveCount(1);
  await expect(all).toContainText(/First.*listed pods in review-/);
  await all.getByText("The same with AWS's own command line").click();
  await expect(all).toContainText("aws logs filter-log-events --region");
  await expectAccessible(page);

  await attempt.card("Who is behind it").getByRole("link", { name: "All about this person" }).click();
  const used = page.getByRole("region", { name: "Used in Kubernetes" });
  const prod = used
    .getByRole("list", { name: "Use by cluster" })
    .getByRole("listitem")
    .filter({ hasText: "prod" });
  await expect(prod).toContainText(/[1-9]\d* writes?, \d+ denied, \d+ streams?/);
  const from = page.getByRole("region", { name: "From where" });
  await expect(from.getByRole("list", { name: "Client addresses" })).toContainText(/203\.0\.113\.\d+/);
  await expectAccessible(page);
});

test("whoever was turned away did nothing, and nothing is offered", async ({ page }) => {
  const query = `${recentDays(5)}&decision=denied&limit=1`;
  const { rows } = await (await page.request.get(`/api/v1/attempts?${query}`)).json();
  await page.goto(`/attempts/${rows[0].id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("region", { name: "Done in Kubernetes" })).toBeHidden();
  const asked = await (
    await page.request.get(`/api/v1/attempts/${rows[0].id}/all-requests?read=begin`)
  ).json();
  expect(asked).toMatchObject({
    state: "not-possible",
    problem: { message: expect.stringContaining("turned away") },
  });
});
