import { type BrowserContext, expect, test } from "@playwright/test";
import { createHostileValues } from "@/lib/testing/hostile/create-hostile-values";
import { watchCanary } from "../hostile/canary-watch";
import { tourEdit, tourIncident, tourQuestions } from "../hostile/hostile-questions";
import { HostileTour } from "../hostile/hostile-tour";
import { tourDetails, tourLists, tourRawLines, tourShares } from "../hostile/hostile-views";
import { startHostile } from "../hostile/start-hostile";

/** Proofs S1 and S3 of docs/development.md: 1,000 texts at the gate, 10,000 by hand. */
const COUNT = Number(process.env.GATEBOOK_HOSTILE ?? 1_000);
const MS_OF_TEXT = 150;

// A trace of pages this long takes longer than they do.
test.use({ trace: "off" });

/** What nobody may reach. */
async function cutOff(context: BrowserContext): Promise<void> {
  await context.route(/^https?:\/\/([^/]*@)?evil\.example/, (route) => route.abort());
}

test(`${COUNT} hostile texts are shown in every view: none runs, hides, or breaks the policy or the page's width`, async ({
  browser,
}, testInfo) => {
  test.setTimeout(180_000 + COUNT * MS_OF_TEXT);
  const over = await startHostile(COUNT);
  const context = await browser.newContext({ baseURL: over.url });
  try {
    await cutOff(context);
    const { seen } = await watchCanary(context);
    const tour = new HostileTour(await context.newPage());
    const touring = { tour, over };
    await tourLists(touring);
    await tourQuestions(touring);
    await tourEdit(touring);
    await tourIncident(touring);
    await tourShares(touring, (name) => testInfo.outputPath(name));
    await tourRawLines(touring);
    await tourDetails(touring);
    await tour.visit("audit", "/admin/audit");
    expect(seen).toEqual([]);
    expect(tour.wrong).toEqual([]);
    // Pseudonyms may leave nothing of what a caller chose.
    expect([...tour.shown].filter(([view, count]) => count === 0 && !view.endsWith("R2"))).toEqual([]);
    expect(over.values.filter(({ mark }) => !tour.marks.has(mark))).toEqual([]);
  } finally {
    await context.close();
    await over.close();
  }
});

test("they would be seen if they ran: on a page that takes them for its own markup", async ({ browser }) => {
  const context = await browser.newContext();
  await cutOff(context);
  const { seen } = await watchCanary(context);
  const page = await context.newPage();
  const frames = createHostileValues(200)
    .filter(({ family }) => family === "markup")
    .map(
      ({ text }) => `<iframe srcdoc="${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`,
    );
  await page.setContent(frames.join(""));
  const count = (kind: string) => seen.filter((what) => what.startsWith(kind)).length;
  await expect.poll(() => count("canary")).toBeGreaterThan(25);
  await expect.poll(() => count("request")).toBeGreaterThan(0);
  // A browser lets no frame of another origin ask.
  await page.setContent(`<img src="data:x" onerror="alert('x')">`);
  await expect.poll(() => count("dialog")).toBeGreaterThan(0);
  const headers = { "content-security-policy": "script-src 'none'" };
  const body = `<img src="data:x" onerror="gatebookCanary('x')">`;
  const answer = { contentType: "text/html", headers, body };
  await context.route("http://plain.example/", (route) => route.fulfill(answer));
  await page.goto("http://plain.example/");
  await expect.poll(() => count("content policy")).toBeGreaterThan(0);
  await context.close();
});
