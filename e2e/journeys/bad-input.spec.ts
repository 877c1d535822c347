import { expect, test } from "../fixtures";

test("a link that can be read in part opens, and names what was left out", async ({ page, attempts }) => {
  await attempts.open("?decision=denied&class=robot&from=yesterday&colour=red");
  await expect(page.getByText("Part of this link could not be read and was left out.")).toBeVisible();
  for (const parameter of ["class", "from", "colour"]) {
    await expect(page.getByText(`Parameter "${parameter}"`)).toBeVisible();
  }
  await expect(attempts.option("Decision", /Denied/)).toBeChecked();
});

for (const [query, parameter] of [
  ["from=yesterday", "from"],
  ["from=2026-01-02&to=2026-01-01", "from"],
  ["decision=maybe", "decision"],
  ["range=24", "range"],
  ["colour=red", "colour"],
] as const) {
  test(`the API answers 400 to ?${query} and names the parameter`, async ({ request }) => {
    for (const path of ["attempts", "histogram", "facets"]) {
      const response = await request.get(`/api/v1/${path}?${query}`);
      expect(response.status()).toBe(400);
      expect((await response.json()).error.parameter).toBe(parameter);
    }
  });
}

test("what a log line says is text and nothing else", async ({ page, attempts, attempt }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await attempts.open("?range=14d&q=%3Cscript");
  await expect(attempts.rows.first()).toContainText("Denied");
  await attempts.openRow(0);
  await expect(attempt.sentence).toContainText("was turned away");
  await expect(attempt.card("Evidence")).toContainText("<script>alert(document.domain)</script>");
  expect(await page.locator("main script").count()).toBe(0);
  expect(dialogs).toEqual([]);
});
