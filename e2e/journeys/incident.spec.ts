import { readFile } from "node:fs/promises";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { IncidentPage } from "../pages/incident-page";
import { recentDays } from "../recent-days";

test("two attempts and a note make an incident, which is taken along as Markdown and closed", async ({
  page,
  attempts,
}) => {
  const incident = new IncidentPage(page);
  await page.goto("/");
  await incident.begin("Nobody gets in to prod");
  const href = new URL(page.url()).pathname;
  await expect(page.getByRole("article")).toContainText("Nothing is in it yet.");

  // From an attempt's page.
  await attempts.open(`?${recentDays(7)}&decision=denied`);
  const one = await attempts.rows.first().getByRole("link").first().getAttribute("href");
  await page.goto(one ?? "");
  const sentence = ((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").split(".")[0] ?? "";
  await incident.press("Add to incident").click();
  await incident.press("Nobody gets in to prod").click();
  const panel = page.getByRole("region", { name: "Add to incident" });
  await expect(panel.getByRole("status")).toHaveText("Added.");
  await expectAccessible(page);

  // From the menu of a row, by keyboard.
  await attempts.open(`?${recentDays(7)}&decision=granted`);
  await attempts.rows.first().getByRole("link").first().focus();
  await page.keyboard.press(".");
  const menu = page.getByRole("dialog", { name: "Values" });
  await menu.getByText("Add to incident").click();
  await menu.getByRole("button", { name: "Nobody gets in to prod" }).click();
  await expect(menu.getByRole("status")).toHaveText("Added.");
  await menu.getByRole("link", { name: "Open the incident" }).click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));

  await expect(incident.timeline.filter({ hasText: "Granted" })).toHaveCount(1);
  await expect(incident.timeline.filter({ hasText: "Denied" })).toContainText(sentence);
  await page.getByLabel("New note").fill("Asked <b>@here</b>\nand waited");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(incident.said).toHaveText("Added the note.");
  const note = incident.timeline.filter({ hasText: "Note by" });
  await expect(note).toContainText("Asked <b>@here</b>");
  await incident.press("Edit").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Asked @here, nobody answered");
  await incident.press("Save").click();
  await expect(note).toContainText("edited by");
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export Markdown" }).click(),
  ]);
  const markdown = await readFile(await download.path(), "utf8");
  expect(markdown).toContain("# Nobody gets in to prod");
  expect(markdown.match(/\[Attempt\]\(http:\/\/127\.0\.0\.1:\d+\/attempts\/[0-9a-f]+\)/g)).toHaveLength(2);
  expect(markdown).toContain("> Asked `@here,` nobody answered");

  await incident.press("Close incident").click();
  await expect(incident.said).toHaveText("Closed.");
  await expect(page.getByLabel("New note")).toBeHidden();
  await page.getByRole("link", { name: "← Incidents" }).click();
  const closed = page.getByRole("region", { name: "Closed" });
  await expect(closed.getByRole("link", { name: "Nobody gets in to prod" })).toBeVisible();
  await expectAccessible(page);
});

test("an entry is removed after a question and leaves a mark; the incident is deleted after another", async ({
  page,
  expected,
}) => {
  expected.push(/404/);
  const incident = new IncidentPage(page);
  await page.goto("/incidents");
  await incident.begin("A mistake");
  await page.getByLabel("New note").fill("Wrong page");
  await incident.press("Add note").click();
  await expect(incident.timeline).toHaveCount(1);
  await incident.press("Remove this note").click();
  await expect(incident.press("Keep")).toBeFocused();
  await incident.press("Remove").click();
  await expect(incident.timeline).toContainText("was removed by");
  await expect(page.getByText("Wrong page")).toBeHidden();

  const { pathname } = new URL(page.url());
  await incident.press("Delete").click();
  await incident.press("Delete").click();
  await expect(page).toHaveURL(/\/incidents$/);
  await expect(page.getByRole("link", { name: "A mistake" })).toBeHidden();
  expect((await page.goto(pathname))?.status()).toBe(404);
});
