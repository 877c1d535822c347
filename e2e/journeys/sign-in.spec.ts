import { type RunningProvider, startProvider } from "@/lib/testing/start-provider";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { DASHBOARD_URL, type Dashboard, startDashboard } from "../start-dashboard";

const PEOPLE = {
  alice: { groups: ["dev-team"], preferred_username: "alice@example.com", email: "alice@example.com" },
  root: { groups: ["platform"], email: "root@example.com" },
  mallory: { groups: ["sales"] },
};

let provider: RunningProvider;
let dashboard: Dashboard;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  provider = await startProvider(PEOPLE, `${DASHBOARD_URL}/sign-in/callback`);
  dashboard = await startDashboard({
    config: `accounts: [{ id: "111122223333", regions: [eu-west-1] }]
signIn:
  mode: oidc
  publicUrl: ${DASHBOARD_URL}
  oidc: { issuer: "${provider.issuer}", clientId: ${provider.clientId}, clientSecretFrom: env:GATEBOOK_E2E_SECRET }
  roles: [{ group: platform, role: admin }, { group: dev-team, role: viewer, clusters: [dev] }]
`,
    env: { GATEBOOK_E2E_SECRET: provider.clientSecret },
    isThere: async (url) => (await fetch(`${url}/readyz`).catch(() => null))?.ok === true,
  });
});
test.afterAll(async () => {
  await dashboard.close();
  await provider.close();
});

test("a viewer signs in, sees as whom, and is out for good after signing out", async ({
  page,
  header,
  expected,
}) => {
  test.setTimeout(180_000);
  expected.push(/status of 40[13]/);
  await page.goto(`${dashboard.url}/reasons?q=x`);
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "alice" }).click();
  await expect(page).toHaveURL(`${dashboard.url}/reasons?q=x`);
  await header.openSettings();
  await expect(page.getByRole("region", { name: "Signed in" })).toContainText(
    /Signed in as alice.* \(viewer\)/,
  );
  await expect(page.getByRole("link", { name: "Who is signed in" })).toHaveCount(0);
  await expectAccessible(page);
  expect((await page.request.get(`${dashboard.url}/admin/sessions`)).status()).toBe(403);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Signed out" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("banner")).toHaveCount(0);
  await page.goto(`${dashboard.url}/reasons`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect((await page.request.get(`${dashboard.url}/api/v1/attempts`)).status()).toBe(401);
});

test("an admin ends a session, and its browser is out", async ({ page, browser, header }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(`${dashboard.url}/sign-in/start?returnTo=/reasons`);
  await other.getByRole("link", { name: "alice" }).click();
  await expect(other).toHaveURL(`${dashboard.url}/reasons`);

  await page.goto(`${dashboard.url}/sign-in/start`);
  await page.getByRole("link", { name: "root" }).click();
  await header.openSettings();
  await page.getByRole("link", { name: "Who is signed in" }).click();
  const sessions = page.getByRole("list", { name: "Sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  await sessions
    .getByRole("listitem")
    .filter({ hasText: "alice" })
    .getByRole("button", { name: /^End/ })
    .click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  // By itself, with the next thing it asks: nothing stays on the screen.
  await expect(other).toHaveURL(/\/sign-in\?returnTo=%2Freasons$/, { timeout: 90_000 });
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.goto(`${dashboard.url}/reasons`);
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await context.close();
});

test("somebody in none of the groups has no access, and is told so", async ({ page, expected }) => {
  expected.push(/status of 403/);
  await page.goto(`${dashboard.url}/sign-in/start`);
  await page.getByRole("link", { name: "mallory" }).click();
  await expect(page.getByRole("heading", { name: "No access" })).toBeVisible();
  await page.goto(`${dashboard.url}/`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
