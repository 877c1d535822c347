import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

const DAYS = recentDays(6);

test("who deleted the namespace: the people, in kubectl's words, and what they came by", async ({ page }) => {
  await page.goto("/questions");
  await page.getByRole("link", { name: "Who did this?" }).click();
  await page.getByLabel("What they did").fill("remove");
  await page.getByLabel("To what kind of object").fill("ns");
  await page.getByLabel("Time").selectOption("7d");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/\/questions\/who-did-this\?verb=remove&resource=ns&/);
  const answer = page.getByRole("region", { name: "The answer" });
  await expect(answer).toContainText("deleted namespace");
  await expect(answer).toContainText("as kubernetes-admin.");
  const rows = page.getByRole("list", { name: "The requests" }).getByRole("listitem");
  await expect(rows.filter({ hasText: "keyed" }).first()).toContainText(/deleted namespace \S+/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Who is behind kubernetes-admin" }).click();
  await expect(
    page.getByRole("list", { name: "Who is behind it" }).getByRole("listitem").first(),
  ).toBeVisible();
});

test("what is not kept is told so: who had been let in, and how to read the rest, without JavaScript", async ({
  browser,
  baseURL,
}) => {
  const viewport = { width: 390, height: 800 };
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(
    `/questions/who-did-this?verb=get&resource=secret&name=no-such-secret&cluster=prod&${DAYS}`,
  );
  const main = page.getByRole("main");
  await expect(page.getByRole("region", { name: "The answer" })).toContainText(
    "Reads that were allowed are not kept",
  );
  await expect(main).toContainText('($.objectRef.name = "no-such-secret")');
  const letIn = page.getByRole("list", { name: "Who had been let in then" });
  await expect(letIn.getByRole("link", { name: /^All that was done around/ }).first()).toBeVisible();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  await page.goto(`/questions/who-did-this?verb=delete&resource=ns&name=no-such-name&${DAYS}`);
  await main.getByRole("link", { name: "the same of any name" }).click();
  await expect(page.getByRole("region", { name: "The answer" })).toContainText("deleted namespace");
  await context.close();
});

test("the API answers it, and names what is needed", async ({ page }) => {
  const asked = await page.request.get(
    `/api/v1/questions/who-did-this?verb=delete&resource=namespaces&${DAYS}`,
  );
  const { rows, words } = await asked.json();
  expect(words).toEqual({ verb: ["delete", "deletecollection"], resource: ["namespaces"] });
  expect(rows[0].request.object.resource).toBe("namespaces");
  const nothing = await page.request.get("/api/v1/questions/who-did-this?cluster=prod");
  expect(nothing.status()).toBe(400);
  expect(JSON.stringify(await nothing.json())).toContain("One of these is needed: verb");
});
