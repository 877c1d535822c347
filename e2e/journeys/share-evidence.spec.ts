import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { expectAccessible } from "../axe";
import { expect, test } from "../fixtures";
import { ShareDialog } from "../pages/share-dialog";
import { recentDays } from "../recent-days";

test.describe("an attempt", () => {
  test.use({ expected: [/404/] });

  test("is shared with pseudonyms, opens for others and offline, and is gone when it is deleted", async ({
    page,
    browser,
    request,
    attempts,
  }, testInfo) => {
    await attempts.open(`?${recentDays(3)}&decision=granted&class=person&cluster=prod`);
    await attempts.row(0).getByRole("link").click();
    await attempts.sheet.getByRole("link", { name: "Open as a page" }).click();
    await expect(page).toHaveURL(/\/attempts\/[0-9a-f]{32}/);
    await expect(attempts.sheet).toHaveCount(0);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const path = await new ShareDialog(page).share("R2");
    expect(path).toMatch(/^\/s\/[0-9a-f]{32}$/);

    await page.goto(path);
    await expect(page).toHaveTitle("Gatebook");
    await expect(page.getByText("R2 · pseudonyms")).toBeVisible();
    const shown = await page.getByRole("article").textContent();
    expect(shown).not.toMatch(/@|arn:aws:\S*\d{12}|\bprod\b/);

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download" }).click();
    const file = testInfo.outputPath("evidence.html");
    await (await download).saveAs(file);
    const offline = await browser.newContext({ offline: true, javaScriptEnabled: false });
    const copy = await offline.newPage();
    await copy.goto(pathToFileURL(file).href);
    await expect(copy.getByRole("heading", { name: "In short" })).toBeVisible();
    await offline.close();
    const said = execFileSync(process.execPath, ["lib/cli/bin/gatebook.mjs", "verify", file], {
      encoding: "utf8",
    });
    expect(said).toMatch(/^holds: form, document/);

    const unfurled = await (await request.get(path)).text();
    expect(unfurled).not.toMatch(/og:(title|description)" content="[^"]*(prod|granted)/);
    await page.goto("/shares");
    const share = page.getByRole("listitem").filter({ has: page.locator(`a[href="${path}"]`) });
    await share.getByRole("button", { name: "Delete" }).press("Enter");
    await expect(share.getByRole("button", { name: "Keep" })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.locator(`a[href="${path}"]`)).toHaveCount(1);
    await share.getByRole("button", { name: "Delete" }).click();
    await share.getByRole("button", { name: "Delete" }).click();
    await expect(page.locator(`a[href="${path}"]`)).toHaveCount(0);
    expect((await request.get(`/api/v1/shares/${path.slice(3)}`)).status()).toBe(404);
  });
});
