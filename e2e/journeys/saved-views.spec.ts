import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { SavedViews } from "../pages/saved-views";

test("by keyboard: a view is saved by its name, opened, renamed and deleted", async ({ page, attempts }) => {
  const views = new SavedViews(page);
  await attempts.open("?range=7d&decision=denied");
  await views.open();
  await views.name.fill("Denied this week");
  await page.keyboard.press("Enter");
  await expect(views.said).toHaveText("Saved Denied this week.");
  await expect(views.name).toBeFocused();
  await expect(views.link("Denied this week")).toHaveAttribute("aria-current", "true");

  await attempts.option("Decision", /Denied/).uncheck();
  await expect(page).not.toHaveURL(/decision=/);
  await views.open();
  await expect(views.link("Denied this week")).not.toHaveAttribute("aria-current", "true");
  await views.name.fill("All this week");
  await page.keyboard.press("Enter");
  await expect(views.link("All this week")).toBeVisible();
  await views.link("Denied this week").press("Enter");
  await expect(page).toHaveURL(/decision=denied/);
  await expect(views.button).toBeFocused();
  await expect(attempts.headline).toContainText("✓ 0 attempts granted");
  await expect(page.getByRole("button", { name: /Time range: Last 7 days/ })).toBeVisible();

  await views.open();
  await views.press("Rename Denied this week").press("Enter");
  await page.keyboard.press("Escape");
  await expect(views.press("Rename Denied this week")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Refused");
  await page.keyboard.press("Enter");
  await expect(views.press("Rename Refused")).toBeFocused();

  await views.press("Delete Refused").press("Enter");
  await expect(views.press("Keep")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(views.press("Delete Refused")).toBeFocused();
  await page.keyboard.press("Enter");
  await views.press("Delete").press("Enter");
  await expect(views.link("All this week")).toBeFocused();
  await views.press("Delete All this week").press("Enter");
  await views.press("Delete").press("Enter");
  await expect(views.panel).toContainText("No view is saved yet.");
  await expect(views.name).toBeFocused();
});

test("two people save under one name: the second is told, sees the first's, and may replace it", async ({
  page,
  attempts,
  expected,
  request,
  baseURL,
}) => {
  expected.push(/status of 409/);
  const views = new SavedViews(page);
  await attempts.open("?range=3d&decision=denied");
  await views.open();

  const name = "\u202eShared <b>";
  const theirs = { kind: "save", name, query: "decision=granted" };
  const other = await request.post("/api/v1/views", { headers: { origin: `${baseURL}` }, data: theirs });
  expect(other.status()).toBe(200);

  await views.name.fill(name);
  await page.keyboard.press("Enter");
  await expect(views.said).toHaveText("There is a view of this name already.");
  await expect(views.name).toHaveValue(name);
  const shared = views.link("U+202EShared <b>");
  await expect(shared).not.toHaveAttribute("aria-current", "true");
  await views.press("Replace").click();
  await expect(shared).toHaveAttribute("aria-current", "true");

  await views.press("Delete <U+202E>Shared <b>").click();
  await views.press("Delete").click();
  await expect(shared).toBeHidden();
});

test("another site can save nothing", async ({ request, baseURL }) => {
  const data = { kind: "save", name: "x", query: "" };
  for (const origin of ["https://evil.example", "null", `${baseURL}`.replace("127.0.0.1", "localhost")])
    expect((await request.post("/api/v1/views", { headers: { origin }, data })).status()).toBe(403);
  const own = { origin: `${baseURL}` };
  expect((await request.post("/api/v1/views", { headers: own, form: data })).status()).toBe(403);
  expect(await (await request.get("/api/v1/views")).text()).not.toContain('"x"');
});
