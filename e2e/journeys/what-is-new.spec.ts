import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("why are many denied at once: the change that did it, who made it, and the denials", async ({
  page,
}) => {
  await page.goto("/?range=7d");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    /\d+ people in \d+ sessions at 3 clusters/,
  );
  const card = page.getByRole("region", { name: /Many denied at once/ });
  const burst = card.getByRole("listitem").filter({ hasText: "aws-auth could not be read" }).first();
  await expect(burst).toContainText("devCluster");
  await expect(burst).toContainText("after an edit by carol@example.com, at 10:40");
  await expect(burst).toContainText("before the first of them");
  const denials = burst.getByRole("link", { name: /^\d+ denied$/ });
  expect(await denials.getAttribute("href")).toMatch(/cluster=devCluster.*decision=denied/);
  await burst.getByRole("link", { name: "See and undo the change" }).click();
  await expect(page).toHaveURL(/\/clusters\/devCluster#changes$/);
});

test("what is new since yesterday: first seen, with from when that is known, each leading on", async ({
  page,
}) => {
  await page.goto("/?range=7d&range=9d&shape=round");
  await expect(page.getByText("Part of this link could not be read and was left out.")).toBeVisible();
  await page.getByRole("link", { name: "Last 7 days" }).click();
  await expect(page).toHaveURL(/\/\?range=7d$/);
  const news = page.getByRole("region", { name: /^New since/ });
  await expect(news).toContainText("Compared with all that was read since");
  const changes = news.getByRole("region", { name: /Changes of who may come in/ });
  await expect(changes).toContainText("carol@example.com");
  const clusters = page.getByRole("region", { name: "Clusters" });
  await expect(clusters.getByRole("img", { name: /granted and \d+ denied over time/ })).toHaveCount(3);
  await expectAccessible(page);
  await page.setViewportSize({ width: 375, height: 812 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
});
