import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { IdentitySearch } from "../pages/identity-search";
import { recentDays } from "../recent-days";

interface Denied {
  readonly id: string;
  readonly cluster: string;
  readonly error: string;
  readonly caller: { readonly canonicalArn: string } | null;
}

test("why can't she get in: a denial says why, and what to do with her own values", async ({
  page,
  attempt,
}) => {
  const answer = await page.request.get(`/api/v1/attempts?${recentDays(7)}&decision=denied&limit=200`);
  const { rows }: { rows: Denied[] } = await answer.json();
  const unmapped = rows.find(
    ({ cluster, error, caller }) =>
      cluster === "prod" && error.includes("is not mapped") && caller?.canonicalArn.includes("_Developer_"),
  );
  await page.goto(`/attempts/${unmapped?.id}`);
  const why = attempt.card("Why, and what to do");
  await expect(why).toContainText("it ended at: the mapping");
  await expect(why).toContainText("No mapping");
  const fixes = why.getByRole("list", { name: "What to do" });
  const role = (unmapped?.caller?.canonicalArn ?? "").split("/").at(-1) ?? "";
  const command = fixes.locator("pre:visible").first();
  await expect(command).toContainText(
    `aws eks create-access-entry --cluster-name ${unmapped?.cluster} --region `,
  );
  await expect(command).toContainText(`/${role}`);
  await fixes.getByText("aws-auth diff", { exact: true }).click();
  await expect(fixes.locator("pre", { hasText: "+    - rolearn: arn:aws:iam::" })).toBeVisible();
  await fixes.getByText("Terraform", { exact: true }).click();
  await expect
    .poll(() => fixes.locator("pre", { hasText: "aws_eks_access_entry" }).textContent())
    .toContain("}\n\nresource");
  await expectAccessible(page);
  await why.getByRole("link", { name: "about this reason" }).click();
  await expect(page).toHaveURL(/\/reasons\/not-mapped$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No mapping");
});

test("a message that names nobody leads to what it means", async ({ page, expected }) => {
  await page.goto("/reasons");
  await expectAccessible(page);
  const search = new IdentitySearch(page);
  const messages: readonly (readonly [string, string])[] = [
    ["error: You must be logged in to the server (Unauthorized)", "unauthorized"],
    ['exec plugin: invalid apiVersion "client.authentication.k8s.io/v1alpha1"', "exec-api-version"],
    ["Unable to connect to the server: dial tcp 10.0.1.2:443: i/o timeout", "endpoint-unreachable"],
    ['error="ARN is not mapped"', "not-mapped"],
  ];
  for (const [text, code] of messages) {
    await search.paste(text);
    await expect(page.getByRole("option", { name: /What this message means/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/reasons/${code}$`));
    await expect(page.getByRole("list", { name: "What to do" })).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole("link", { name: "All reasons" }).click();
  await page.getByRole("link", { name: "The credentials had expired" }).click();
  await expect(page).toHaveURL(/\/reasons\/credentials-expired$/);
  expected.push(/404/);
  await page.goto("/reasons/no-such-reason");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such reason");
});
