import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { recentDays } from "../recent-days";

test("an attempt is copied as a sentence, as JSON, as its lines, and as what reads it at AWS again", async ({
  page,
  context,
  attempts,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await attempts.open(`?${recentDays(3)}&decision=granted&class=person&cluster=prod`);
  await attempts.row(0).getByRole("link").click();
  await attempts.sheet.getByRole("button", { name: "Copy as" }).click();
  const forms = attempts.sheet.getByRole("list", { name: "Copy as" });
  const copied = async (name: string) => {
    await forms.getByRole("button", { name, exact: true }).click();
    await expect(forms.getByRole("button", { name: "✓ Copied" }).first()).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await expect(forms.getByRole("button", { name: "✓ Copied" })).toHaveCount(0);
    return text;
  };
  expect(await copied("Sentence and link")).toMatch(/UTC: .+ got in to prod.*\n.*\/attempts\/[0-9a-f]{32}$/);
  const { attempt, lines } = JSON.parse(await copied("JSON"));
  expect(attempt.cluster).toBe("prod");
  expect(await copied("Raw lines")).toBe(lines.map(({ text }: { text: string }) => text).join("\n"));
  const cli = await copied("AWS CLI commands");
  expect(cli).toContain(
    "aws logs filter-log-events --region eu-west-1 --log-group-name /aws/eks/prod/cluster ",
  );
  expect(cli).toContain(` --log-stream-names ${lines[0].stream} --start-time ${lines[0].timeMs} `);
  expect(await copied("Logs Insights query")).toContain(`| filter @logStream in ["${lines[0].stream}"] and `);
  await expectAccessible(page);
});

test("what its principal did five minutes before and after, whatever the list was narrowed to", async ({
  page,
  attempts,
}) => {
  await attempts.open(`?${recentDays(3)}&decision=denied&where=principal:*`);
  await page.keyboard.press("j");
  const ms = Date.parse((await attempts.row(0).locator("time").getAttribute("datetime")) ?? "");
  await page.keyboard.press("c");
  await expect(attempts.search).toHaveValue(/^principal:/);
  const { searchParams } = new URL(page.url());
  expect(Date.parse(searchParams.get("to") ?? "") - Date.parse(searchParams.get("from") ?? "")).toBe(600_000);
  expect(Math.abs(Date.parse(searchParams.get("from") ?? "") + 300_000 - ms)).toBeLessThan(1_000);
  await page.goBack();
  await attempts.row(0).getByRole("link").click();
  await attempts.sheet.getByRole("link", { name: "This principal ±5 min" }).click();
  await expect(attempts.search).toHaveValue(/^principal:/);
  await expect(attempts.sheet).toBeHidden();
});
