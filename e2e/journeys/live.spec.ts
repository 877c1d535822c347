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

test("a time that has an end is not live", async ({ page, attempts }) => {
  await attempts.open("?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z");
  await expect(page.getByRole("button", { name: /^(Live|Paused|Every)/ })).toHaveCount(0);
});
