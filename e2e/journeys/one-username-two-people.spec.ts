import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("one username, two people: the page says so, and tells who the other is", async ({
  page,
  attempts,
  attempt,
}) => {
  await attempts.open(`?${recentDays(5)}&username=toolbox:alice-example.com&session=alice-example.com`);
  await attempts.openRow(0);
  await expect(attempt.card("Who is behind it")).toContainText("bob@example.com");
  const identity = attempt.card("In Kubernetes");
  await expect(identity).toContainText("turns each @ to -");
  const others = identity.getByRole("list", { name: "Others with this username" });
  await expect(others.getByRole("listitem")).toHaveCount(1);
  await expect(others).toContainText("session name rendered alike");
  await expect(others).toContainText("role/toolbox");
  await expectAccessible(page);
  await others.getByRole("link", { name: "alice@example.com" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("alice@example.com");
});

test("a username that is one person's own is not flagged", async ({ attempts, attempt }) => {
  await attempts.open(`?${recentDays(5)}&username=saml:grace@example.com`);
  await attempts.openRow(0);
  await expect(attempt.card("Who is behind it")).toContainText("grace@example.com");
  await expect(attempt.card("In Kubernetes")).toContainText("saml:grace@example.com");
  await expect(attempt.card("In Kubernetes")).not.toContainText("shared username");
});
