import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

const DAYS = recentDays(6);

test("who is kubernetes-admin: the people behind it, how they came, and that they share it", async ({
  page,
  attempt,
}) => {
  await page.goto("/questions");
  await page.getByRole("link", { name: "Who is behind a name?" }).click();
  await page.getByLabel("The name, or what was copied").fill("kubernetes-admin");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page).toHaveURL(/\/questions\/who-is-behind\?who=kubernetes-admin&/);
  const answer = page.getByRole("region", { name: "The answer" });
  await expect(answer).toContainText("Behind username kubernetes-admin stand");
  await expect(answer).toContainText("the username alone does not tell who did something there");
  const people = page.getByRole("list", { name: "Who is behind it" }).getByRole("listitem");
  const person = people.filter({ hasText: "Person" }).filter({ hasText: "How they came by it" }).first();
  await expect(person).toContainText(/\d+ attempts?.*, first .* UTC, last .* UTC/);
  await expect(person).toContainText(/Through\s*arn:aws:iam::\d{12}:/);
  await person.getByText("How they came by it").click();
  await expect(person.getByRole("list", { name: "From the origin to the session" })).toContainText(
    "took role",
  );
  await expectAccessible(page);
  const name = (await person.getByRole("link").first().textContent()) ?? "";
  await person.getByRole("link", { name: "The newest, with its chain" }).click();
  await expect(attempt.card("Who is behind it")).toContainText(name);
  const about = page.getByRole("navigation", { name: "Questions about it" });
  await about.getByRole("link", { name: "Who is behind kubernetes-admin?" }).click();
  await expect(answer).toContainText("kubernetes-admin at ");
});

test("a line that was pasted leads to its one, on a phone and without JavaScript", async ({
  browser,
  baseURL,
  request,
}) => {
  const list = await request.get(`/api/v1/attempts?${DAYS}&username=kubernetes-admin&limit=1`);
  const { rows } = await list.json();
  const detail = await (await request.get(`/api/v1/attempts/${rows[0].id}`)).json();
  const line = detail.lines.map(({ text }: { readonly text: string }) => text).at(-1);
  const viewport = { width: 390, height: 800 };
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto("/questions/who-is-behind?colour=red");
  const main = page.getByRole("main");
  await expect(main).toContainText('Parameter "colour" is not known here.');
  await page.getByLabel("The name, or what was copied").fill(line);
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByRole("region", { name: "The answer" })).toContainText(/^At .* UTC .* got in to /);
  const asked = page.getByRole("list", { name: "Who is behind it" }).getByText("the one asked about");
  await expect(asked.first()).toBeVisible();
  expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  await page.goto("/questions/who-is-behind?who=kubernetes-adnim");
  await expect(main).toContainText("Nothing is known by the name kubernetes-adnim.");
  await expect(main.getByRole("navigation", { name: "Names like it" })).toContainText("kubernetes-admin");
  await context.close();
});

test("an identity's page leads to the questions about it, and the API answers them", async ({ page }) => {
  await page.goto("/identities/username/kubernetes-admin");
  const about = page.getByRole("navigation", { name: "Questions about it" });
  await expect(about.getByRole("link", { name: "Are they still in?" })).toBeVisible();
  await about.getByRole("link", { name: "Who is behind it?" }).click();
  await expect(
    page.getByRole("list", { name: "Who is behind it" }).getByRole("listitem").first(),
  ).toBeVisible();
  const asked = await page.request.get(`/api/v1/questions/who-is-behind?who=kubernetes-admin&${DAYS}`);
  const { identity, behind } = await asked.json();
  expect(identity).toEqual({ kind: "username", value: "kubernetes-admin" });
  expect(behind.length).toBeGreaterThan(1);
  for (const [query, status] of [
    ["range=1h", 400],
    ["who=x&cluster=nowhere", 404],
  ] as const)
    expect((await page.request.get(`/api/v1/questions/who-is-behind?${query}`)).status(), query).toBe(status);
});
