import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";

test("why can't bob get in: the stages with their proof, the sentence, and the fix", async ({
  page,
  attempt,
}) => {
  await page.goto("/attempts");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Questions" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Questions");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Why can't somebody get in?" }).click();
  await page.getByLabel("Who").fill("bob@example.com");
  await page.getByLabel("Cluster").selectOption("prod");
  await page.getByLabel("Time").selectOption("7d");
  await page
    .getByLabel(/message on their screen/)
    .fill("error: You must be logged in to the server (Unauthorized)");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/\?who=bob%40example\.com&cluster=prod&range=7d&message=/);
  await expect(page.getByRole("region", { name: "The answer" })).toContainText(
    "bob@example.com was turned away from prod: no mapping",
  );
  const stages = page.getByRole("list", { name: "The way in" }).getByRole("listitem");
  const stage = (title: string) => stages.filter({ has: page.getByRole("heading", { name: title }) });
  await expect(stage("Did they sign in?")).toContainText("✓ Yes");
  await expect(stage("Are they mapped to a Kubernetes identity?")).toContainText("✕ No");
  await expect(stage("May they do what they try?")).toContainText("Not reached");
  await expect(page.getByRole("region", { name: "What the message" })).toContainText("401");
  await expect(page.getByRole("list", { name: "What to do" })).toContainText(
    "create-access-entry --cluster-name prod",
  );
  await expectAccessible(page);
  await stage("Did STS vouch for them?").getByRole("link").click();
  await expect(page).toHaveURL(/\/attempts\/[0-9a-f]{32}$/);
  await expect(attempt.card("Why, and what to do")).toContainText("No mapping");
  await page.goBack();
  await expect(page.getByLabel("Who")).toHaveValue("bob@example.com");
});

test("who never came is told so with what was not seen and why, on a phone and without JavaScript", async ({
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
    "/questions/why-not-in?cluster=prod&who=nobody%40example.com&colour=red&message=k8s-aws-v1.aHR0cHM6Ly9zdHM",
  );
  const main = page.getByRole("main");
  await expect(main).toContainText('Parameter "colour" is not known here.');
  await expect(main).toContainText('Parameter "message" holds a secret');
  await expect(main).toContainText("Nobody is known there by that name.");
  await expect(main).toContainText("Not seen, because");
  await expect(main).toContainText("AttributeKey=Username,AttributeValue=nobody@example.com");
  const wide = await page
    .getByRole("document")
    .or(page.locator("html"))
    .first()
    .evaluate((html) => html.scrollWidth);
  expect(wide).toBeLessThanOrEqual(viewport.width);
  await page.goto("/questions/why-not-in?cluster=nowhere&who=bob");
  await expect(main).toContainText("No cluster called nowhere is read.");
  await context.close();
});

test("the API answers the same questions, and refuses and names what it cannot read", async ({ page }) => {
  const asked = await page.request.get(
    "/api/v1/questions/why-not-in?who=bob%40example.com&cluster=prod&range=7d",
  );
  const { steps, reasons } = await asked.json();
  expect(steps.map(({ state }: { readonly state: string }) => state)).toContain("no");
  expect(reasons[0].code).toBe("not-mapped");
  for (const path of ["what-changed?cluster=devCluster&range=7d", "cut-off?who=bob%40example.com"])
    expect((await page.request.get(`/api/v1/questions/${path}`)).status(), path).toBe(200);
  for (const path of [
    "why-not-in?who=bob",
    "what-changed?cluster=prod&colour=red",
    "cut-off?range=soon&who=x",
  ])
    expect((await page.request.get(`/api/v1/questions/${path}`)).status(), path).toBe(400);
  const nowhere = await page.request.get("/api/v1/questions/what-changed?cluster=nowhere");
  expect(nowhere.status()).toBe(404);
});
