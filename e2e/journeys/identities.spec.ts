import type { Page } from "@playwright/test";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { AttemptsPage } from "../pages/attempts-page";
import { IdentitySearch } from "../pages/identity-search";
import { recentDays } from "../recent-days";

interface Example {
  readonly id: string;
  readonly eventId: string;
  readonly line: string;
  readonly caller: { readonly arn: string; readonly sessionName: string; readonly accessKeyId: string };
  readonly kubernetes: { readonly username: string; readonly uid: string };
}

/** A person's attempt that has all that can be pasted. */
async function findExample(page: Page): Promise<Example> {
  const query = `${recentDays(5)}&class=person&decision=granted&limit=200`;
  const { rows } = await (await page.request.get(`/api/v1/attempts?${query}`)).json();
  const row = rows.find(
    ({ caller, sts }: { caller: Example["caller"]; sts: { eventId: string | null } | null }) =>
      caller.accessKeyId && caller.sessionName.includes("@") && sts?.eventId,
  );
  const { lines } = await (await page.request.get(`/api/v1/attempts/${row.id}`)).json();
  return { ...row, eventId: row.sts.eventId, line: lines.at(-1).text };
}

test("whatever names somebody leads to all that is known of it", async ({ page }) => {
  await page.goto("/identities");
  const search = new IdentitySearch(page);
  const example = await findExample(page);
  const { caller, kubernetes } = example;
  const heading = page.getByRole("heading", { level: 1 });
  const pastes: readonly (readonly [string, RegExp, string | null])[] = [
    [caller.sessionName, /\/identities\/person\//, caller.sessionName],
    [caller.arn, /\/identities\/session\//, caller.arn],
    [caller.accessKeyId, /\/identities\/key\//, caller.accessKeyId],
    [kubernetes.uid, /\/identities\/uid\//, kubernetes.uid],
    [`"username": "${kubernetes.username}",`, /\/identities\/username\//, kubernetes.username],
    [example.eventId, new RegExp(`/attempts/${example.id}$`), null],
    [`2026-11-20T10:00:00 pod/x ${example.line}\n`, new RegExp(`/attempts/${example.id}$`), null],
  ];
  for (const [text, url, name] of pastes) {
    await search.paste(text);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(url);
    if (name !== null) await expect(heading).toHaveText(name);
    await expect(search.box).toHaveValue("");
  }
});

test("an identity's page leads on to its keys, its groups and every one of its attempts", async ({
  page,
  attempts,
}) => {
  const { caller, id } = await findExample(page);
  await page.goto(`/attempts/${id}`);
  await page
    .getByRole("region", { name: "The caller in AWS" })
    .getByRole("link", { name: caller.arn })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(caller.arn);
  await expect(page).toHaveTitle(`${caller.arn} · Gatebook`);
  await expect(page.getByRole("img", { name: /^By day: .*granted/ })).toBeVisible();
  await expect(page.getByRole("list", { name: "Origins" })).toContainText(caller.sessionName);
  await expectAccessible(page);
  const keys = page.getByRole("list", { name: "Sessions and keys" });
  const key = keys.getByRole("link", { name: /^A[KS]IA/ }).first();
  const keyName = (await key.textContent()) ?? "";
  await key.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(keyName);
  await page.getByRole("link", { name: /^All [\d,]+ attempts?$/ }).click();
  await expect(page).toHaveURL(/\/attempts\?.*identity=key/);
  const filters = page.getByRole("list", { name: "Active filters" });
  await expect(filters).toContainText(keyName);
  await expect(attempts.rows.first()).toContainText(caller.sessionName);
  await filters.getByRole("button", { name: /Remove Access key/ }).click();
  await expect(page).not.toHaveURL(/identity=/);
});

test("a secret is refused here and goes nowhere", async ({ page }) => {
  const secrets = [
    "k8s-aws-v1.aHR0cHM6Ly9zdHMuZXUtd2VzdC0xLmFtYXpvbmF3cy5jb20v",
    "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  ];
  await page.goto("/identities");
  const search = new IdentitySearch(page);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/identities")) asked.push(request.url());
  });
  for (const secret of secrets) {
    await search.paste(secret);
    await expect(
      page.getByRole("alert").filter({ hasText: "It was not sent or kept anywhere" }),
    ).toBeVisible();
    await expect(search.box).toHaveValue("");
    await page.keyboard.press("Enter");
  }
  await expectAccessible(page);
  await search.paste("nobody-of-this-name");
  await expect.poll(() => asked.length).toBe(1);
  expect(asked.join("\n")).toContain("nobody-of-this-name");
});

test("the search is walked by keyboard, and Esc closes and clears it", async ({ page }) => {
  await new AttemptsPage(page).open();
  const search = new IdentitySearch(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("alice");
  await expect(search.options.first()).toBeVisible();
  await expect(search.box).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await expect(search.options.first()).toHaveAttribute("aria-selected", "true");
  const id = await search.options.first().getAttribute("id");
  await expect(search.box).toHaveAttribute("aria-activedescendant", id ?? "");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(search.options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(search.options).toHaveCount(0);
  await expect(search.box).toHaveValue("alice");
  await page.keyboard.press("Escape");
  await expect(search.box).toHaveValue("");
  await page.keyboard.type("alice@example.com");
  await expect(search.options.first()).toContainText("Person or user");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("alice@example.com");
});

test("an unknown identity is 404 and answered with the nearest names", async ({
  page,
  request,
  expected,
}) => {
  expected.push(/404/);
  const response = await page.goto("/identities/person/alcie");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Nothing is known of this identity" })).toBeVisible();
  const near = page.getByRole("list", { name: "Names near it" });
  await expect(near).toContainText("alice@example.com");
  await expectAccessible(page);
  await near.getByRole("link", { name: "alice@example.com" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("alice@example.com");
  const answer = await request.get("/api/v1/identities/person:alcie");
  expect(answer.status()).toBe(404);
  expect((await answer.json()).error.message).toContain("person:alice@example.com");
  expect((await request.get("/api/v1/identities/nothing")).status()).toBe(404);
});

for (const { name, width, height } of [
  { name: "a phone", width: 390, height: 844 },
  { name: "200 % zoom of 1440", width: 720, height: 450 },
]) {
  test(`on ${name} nothing of the identities is cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    for (const path of ["/identities", "/identities/person/alice%40example.com"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await overflow()).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
    const search = new IdentitySearch(page);
    await search.box.fill("alice");
    await expect(search.options.first()).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await search.options.first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("alice");
  });
}
