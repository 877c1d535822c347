import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

interface Denied {
  readonly id: string;
  readonly error: string;
  readonly timeMs: number;
}

test("who locked us out: a denial names the change of aws-auth that did it, who made it, and mends it", async ({
  page,
  attempt,
}) => {
  const asked = `${recentDays(7)}&decision=denied&cluster=devCluster&q=bob@example.com&limit=50`;
  const answer = await page.request.get(`/api/v1/attempts?${asked}`);
  const { rows }: { rows: Denied[] } = await answer.json();
  const locked = rows.filter(({ error }) => error.toLowerCase().includes("not mapped"));
  expect(locked.length).toBeGreaterThan(0);
  await page.goto(`/attempts/${locked[0]?.id}`);
  await expect(attempt.sentence).toContainText("was turned away from devCluster");
  await expect(attempt.sentence).toContainText(
    /Until carol@example\.com changed aws-auth at .+ UTC, the same caller came in as developer:bob-example\.com\./,
  );
  const why = attempt.card("Why, and what to do");
  await expect(why.getByText("aws-auth diff")).toBeVisible();
  await expect(why.locator("pre:visible").first()).toContainText("--- aws-auth.yaml");
  const mapping = attempt.card("The mapping that decided");
  await expect(mapping).toContainText("A change of the configuration did this.");
  await expect(mapping).toContainText("did not find expected '-' indicator");
  await expectAccessible(page);

  await mapping.getByRole("link", { name: "What changed" }).click();
  await expect(page).toHaveURL(/\/clusters\/devCluster#changes$/);
  const changes = page.getByRole("region", { name: "Changes" }).getByRole("listitem");
  const breaking = changes
    .filter({ hasText: "lost access" })
    .filter({ hasText: "by carol@example.com" })
    .first();
  await expect(breaking).toContainText("aws-auth was changed");
  await expect(breaking).toContainText("alice@example.com");
  await breaking.getByText("What changed").click();
  await expect(breaking.getByRole("figure", { name: "What was taken out and put in" })).toContainText(
    "groups:",
  );
  await expectAccessible(page);
  const denied = breaking.getByRole("link", { name: "denied in the hour after" });
  expect(await denied.getAttribute("href")).toContain("decision=denied");
  await breaking.getByRole("link", { name: "the request" }).click();
  await expect(page).toHaveURL(/\/requests\/[0-9a-f]{32}$/);
  await expect(page.getByRole("main")).toContainText("aws-auth");
});
