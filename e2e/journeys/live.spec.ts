import type { APIRequestContext } from "@playwright/test";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

async function totalNow(request: APIRequestContext): Promise<number> {
  const response = await request.get("/api/v1/attempts?range=24h&noise=show&limit=1");
  return ((await response.json()) as { total: number }).total;
}

test("new attempts come in by themselves, until one pauses, and go on from there", async ({
  page,
  attempts,
  request,
}) => {
  test.setTimeout(180_000);
  await attempts.open("?noise=show");
  const button = page.getByRole("button", { name: /^(Live|Paused)/ });
  await expect(button).toHaveText(/Live.*data is .+ old/);
  const newest = (await attempts.row(0).textContent()) ?? "";
  // Attempts are rare, though the program's clock is faster than ours.
  await expect(attempts.row(0)).not.toHaveText(newest, { timeout: 80_000 });
  await expectAccessible(page);

  await button.click();
  await expect(button).toHaveText(/Paused/);
  const held = (await attempts.row(0).textContent()) ?? "";
  const stored = await totalNow(request);
  await expect.poll(() => totalNow(request), { timeout: 80_000 }).not.toBe(stored);
  await expect(attempts.row(0)).toHaveText(held);
  await button.click();
  await expect(attempts.row(0)).not.toHaveText(held, { timeout: 80_000 });
});

test("who begins to read while new attempts are on their way reads on", async ({ page, attempts }) => {
  test.setTimeout(120_000);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const isWhole = ({ pathname, searchParams }: URL) =>
    pathname === "/api/v1/attempts" && searchParams.get("limit") === "100" && !searchParams.has("position");
  await page.route(isWhole, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest((request) => isWhole(new URL(request.url())), { timeout: 80_000 });
  await attempts.open("?noise=show");
  await asked;
  await attempts.dragThumb(0.5);
  await expect.poll(() => attempts.topRow()).toBeGreaterThan(5);
  await expect(attempts.placeholders).toHaveCount(0);
  const top = await attempts.topRow();
  const text = await attempts.row(top).textContent();
  const answered = page.waitForResponse((response) => isWhole(new URL(response.url())));
  answer();
  await (await answered).finished();
  await expect(page).toHaveURL(/[?&]at=/);
  expect(await attempts.topRow()).toBe(top);
  await expect(attempts.row(top)).toHaveText(text ?? "");
});

test("a time that has an end is not live", async ({ page, attempts }) => {
  await attempts.open("?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z");
  await expect(page.getByRole("button", { name: /^(Live|Paused|Every)/ })).toHaveCount(0);
});
