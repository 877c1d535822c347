import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("are they still in, and how do I cut them off: sessions, their ends, and commands with their own values", async ({
  page,
}) => {
  await page.goto("/questions/cut-off");
  await page.getByLabel("Who").fill("bob@example.com");
  await page.getByLabel("Time").selectOption("7d");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/who=bob%40example\.com/);
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("Last seen");
  const sessions = page.getByRole("list", { name: "Their sessions" }).getByRole("listitem");
  await expect(sessions.first()).toContainText("/bob@example.com");
  await expect(sessions.first()).toContainText("used at");
  const measures = page.getByRole("list", { name: "How to cut them off" });
  await expect(measures).toContainText(
    "aws eks delete-access-entry --cluster-name staging --region eu-west-1",
  );
  await expect(measures).toContainText(
    "-    - rolearn: arn:aws:iam::111122223333:role/AWSReservedSSO_Developer",
  );
  await expect(measures).toContainText("a signed GetCallerIdentity, which no policy can deny");
  await expectAccessible(page);
});

test("a user's long-term key has no end, and is deactivated", async ({ page }) => {
  await page.goto("/questions/cut-off?who=ivan&range=14d");
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("long-term key");
  await expect(page.getByRole("list", { name: "Their sessions" })).toContainText("Has no end");
  await expect(page.getByRole("list", { name: "How to cut them off" })).toContainText("--status Inactive");
  await page.goto("/questions/cut-off?who=nobody%40example.com");
  await expect(page.getByRole("region", { name: "The answer" })).toContainText(
    "Nothing is known by the name",
  );
  await expectAccessible(page);
});
