import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

const UNKNOWN = "/attempts/00000000000000000000000000000000";

test.describe("on every page", () => {
  test("that the data is a sample is said, and how to see one's own", async ({
    page,
    attempts,
    expected,
  }) => {
    expected.push(/404/);
    await attempts.open(`?${recentDays(1)}`);
    const one = await attempts.rows.first().getByRole("link").getAttribute("href");
    for (const path of ["/", "/attempts", one ?? "", UNKNOWN, "/no-such-page"]) {
      await page.goto(path);
      const note = page.getByRole("complementary", { name: "Sample data" });
      await expect(note).toContainText("npm start -- --cluster NAME --region REGION");
      await expect(page).toHaveTitle(/Gatebook/);
    }
  });

  test("the served page has no inline style, and each script the nonce of its own answer", async ({
    request,
  }) => {
    const response = await request.get(`/attempts?${recentDays(7)}`);
    const policy = response.headers()["content-security-policy"] ?? "";
    const nonce = /script-src[^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
    const html = await response.text();
    expect(html).not.toMatch(/<[a-z]+[^>]* style="/);
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  });

  test("axe finds nothing, dark and light", async ({ page, attempts, header }) => {
    await attempts.open(`?${recentDays(7)}&decision=denied`);
    await expectAccessible(page);
    await header.coverageButton.click();
    await expect(header.coverage).toContainText("CloudTrail");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /Time range/ }).click();
    await expectAccessible(page);
  });
});

test("an unknown attempt and an unknown page are 404, with a way back", async ({ page, expected }) => {
  expected.push(/404/);
  for (const path of [UNKNOWN, "/no-such-page"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "All attempts" }).click();
  await expect(page).toHaveURL(/\/attempts$/);
});
