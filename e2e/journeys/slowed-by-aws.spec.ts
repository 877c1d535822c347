import type { CallFault } from "@/lib/sandbox/faults/fault-plan";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { type Dashboard, startDashboard } from "../start-dashboard";

const SLOWED = /slowed by AWS, about \d+ (s|min|h) left/i;
/** The others in the account use up the event history's quota, until the journey has seen it. */
const crowd: CallFault[] = [{ kind: "throttled", actions: ["cloudtrail:LookupEvents"], share: 0.6 }];

let dashboard: Dashboard;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  dashboard = await startDashboard({
    speed: 8,
    faults: { calls: crowd },
    isThere: async (url) => (await fetch(`${url}/readyz`).catch(() => null))?.ok === true,
  });
});
test.afterAll(() => dashboard.close());

test("while AWS slows the reading, every page says so and about how long; then no more", async ({
  page,
  header,
}) => {
  // For a busy machine: how fast it is read again is not what this is about.
  test.setTimeout(400_000);
  await page.goto(`${dashboard.url}/attempts`);
  await expect(header.bar).toContainText(SLOWED, { timeout: 60_000 });
  await expect(page.getByRole("main").getByRole("status").filter({ hasText: SLOWED })).toBeVisible();
  await expectAccessible(page);
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 375, height: 812 });
  await expect(header.settingsButton).toBeInViewport({ ratio: 1 });
  expect(await header.settingsButton.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  if (wide !== null) await page.setViewportSize(wide);
  await page.goto(`${dashboard.url}/clusters/prod`);
  const trail = page.getByRole("region", { name: "111122223333 eu-west-1 · CloudTrail", exact: true });
  await expect(trail).toContainText(SLOWED, { timeout: 60_000 });
  await header.coverageButton.click();
  await expect(header.coverage.getByRole("listitem").filter({ hasText: SLOWED }).first()).toContainText(
    "CloudTrail",
  );
  await expectAccessible(page);
  crowd.length = 0;
  await expect(header.bar).toContainText(/3 clusters · newest/, { timeout: 200_000 });
  await expect(trail).toContainText("Up to date", { timeout: 60_000 });
  await expect(page.getByRole("main")).not.toContainText(/slowed/i);
  await expect(header.coverage).not.toContainText(/slowed/i);
});
