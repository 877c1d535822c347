import type { Browser, Page } from "@playwright/test";
import type { ShareList } from "@/lib/domain/summarize/evidence/share-view";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { AppHeader } from "../pages/app-header";
import { AttemptsPage } from "../pages/attempts-page";
import { ShareDialog } from "../pages/share-dialog";
import { recentDays } from "../recent-days";
import { asPerson, startShared } from "../shared-dashboard";
import type { Dashboard } from "../start-dashboard";

const AUDITOR = asPerson("alice", "auditors");
const ADMIN = asPerson("root", "admins");
const PEOPLE = `?${recentDays(3)}&decision=granted&class=person&cluster=prod`;

let dashboard: Dashboard;
let complaints: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  dashboard = await startShared("  anyoneLinks: allowed\n");
});
test.afterAll(() => dashboard.close());
test.afterEach(() => {
  const wrong = complaints.filter((text) => !/status of 404/.test(text));
  complaints = [];
  expect(wrong).toEqual([]);
});

/** A browser of its own; without headers nobody is signed in there. */
async function browse(browser: Browser, extraHTTPHeaders: Record<string, string> = {}): Promise<Page> {
  const context = await browser.newContext({ extraHTTPHeaders, baseURL: dashboard.url });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return page;
}

/** An auditor shares an attempt with pseudonyms, for anyone. */
async function makeLink(browser: Browser): Promise<string> {
  const page = await browse(browser, AUDITOR);
  const attempts = new AttemptsPage(page);
  await attempts.open(PEOPLE);
  const first = attempts.rows.first().getByRole("link").first();
  await page.goto((await first.getAttribute("href")) ?? "");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await new ShareDialog(page).shareForAnyone("R2");
  expect(link).toMatch(new RegExp(`^${dashboard.url}/s/[0-9a-f]{32}#[\\w-]{43}$`));
  await page.context().close();
  return link;
}

const shown = async (page: Page, address: string) => {
  await page.goto(address);
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
  return await page.getByRole("article").textContent();
};

test("somebody who is not signed in opens it by its secret, and sees pseudonyms alone", async ({
  browser,
}) => {
  const link = await makeLink(browser);
  const [path = "", secret = ""] = link.split("#");
  const stranger = await browse(browser);
  const sent: string[] = [];
  stranger.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  await stranger.goto(link);
  await expect(stranger).toHaveTitle("Gatebook");
  await expect(stranger.getByText("R2 · pseudonyms")).toBeVisible();
  expect(await stranger.getByRole("article").textContent()).not.toMatch(
    /@|111122223333|arn:aws:\S*:\d{12}|\bprod\b/,
  );
  expect(new URL(stranger.url()).hash).toBe("");
  expect(sent.filter((request) => request.includes(secret))).toEqual([]);
  await expect(stranger.getByRole("navigation")).toHaveCount(0);
  await expectAccessible(stranger);

  // The browser keeps it open, for this share and nothing else.
  await stranger.reload();
  await expect(stranger.getByText("R2 · pseudonyms")).toBeVisible();
  const cookies = await stranger.context().cookies();
  expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
    [`gatebook-share-${path.slice(-32)}`, true, "Strict"],
  ]);
  const file = await stranger.request.get(`/api/v1/shares/${path.slice(-32)}/file`);
  expect([file.status(), await file.text()]).toEqual([200, expect.stringContaining("R2")]);
  for (const other of ["/api/v1/attempts", "/api/v1/shares", "/api/v1/coverage"])
    expect((await stranger.request.get(other)).status()).toBe(401);
});

test("a wrong secret, a share that is not there and one that was revoked are one page; an admin sees and revokes it", async ({
  browser,
}) => {
  const link = await makeLink(browser);
  const [path = ""] = link.split("#");
  const stranger = await browse(browser);
  await stranger.goto(link);
  await expect(stranger.getByText("R2 · pseudonyms")).toBeVisible();

  const wrong = await shown(await browse(browser), `${path}#${"A".repeat(43)}`);
  const missing = await shown(
    await browse(browser),
    `${dashboard.url}/s/${"0".repeat(32)}#${"A".repeat(43)}`,
  );
  const bare = await shown(await browse(browser), path);
  expect([missing, bare]).toEqual([wrong, wrong]);

  const admin = await browse(browser, ADMIN);
  const { shares } = (await (await admin.request.get("/api/v1/shares")).json()) as ShareList;
  const { createdMs, linkExpiresMs } = shares.find(({ id }) => path.endsWith(id)) ?? {};
  expect((linkExpiresMs ?? 0) - (createdMs ?? 0)).toBe(7 * 86_400_000);
  await admin.goto("/shares");
  const open = admin.getByRole("list", { name: "Open for anyone" }).getByRole("listitem");
  await expect(open.first()).toContainText("by alice@example.com");
  await expect(open.first()).toContainText("until");
  await expectAccessible(admin);
  const before = await open.count();
  await open
    .first()
    .getByRole("button", { name: /^Revoke/ })
    .press("Enter");
  await expect(open).toHaveCount(before - 1);
  // At once: the very next request is refused.
  expect((await stranger.request.get(`/api/v1/shares/${path.slice(-32)}`)).status()).toBe(404);
  expect(await shown(stranger, path)).toBe(wrong);
  expect(await shown(await browse(browser), link)).toBe(wrong);

  const auditor = await browse(browser, AUDITOR);
  await auditor.goto(path);
  await expect(auditor.getByText("R2 · pseudonyms")).toBeVisible();
  const log = await admin.request.get("/api/v1/admin/audit?deed=share-revoked");
  expect(await log.text()).toContain(`share ${path.slice(-32)}`);
});

test("who may only look is offered no sharing", async ({ browser }) => {
  const viewer = await browse(browser, asPerson("carol", "viewers"));
  await new AttemptsPage(viewer).open(PEOPLE);
  await expect(viewer.getByRole("button", { name: "Copy link" })).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Share", exact: true })).toHaveCount(0);
  // Behind a proxy there is nothing to sign out of but the proxy.
  await new AppHeader(viewer).openSettings();
  await expect(viewer.getByRole("region", { name: "Signed in" })).toContainText("sign out there");
  await expect(viewer.getByRole("button", { name: "Sign out" })).toHaveCount(0);
  await expect(viewer.getByRole("link", { name: "What is shared" })).toHaveCount(0);
  expect((await viewer.request.get("/shares")).status()).toBe(403);
});
