import { median } from "./median.mjs";
import { countFrames, stopFrames, watchPage } from "./watch-page.mjs";

const RANGE = "/attempts?range=365d";
const SETTLE_MS = 1_500;
/** Of a display with 60 frames a second; longer than one and a half is one that was missed. */
const FRAME_MS = 1_000 / 60;
const WHEEL_STEPS = 120;
const WHEEL_EVERY_MS = 16;
/** px at each turn: 200 rows a second, as one turns a wheel fast; and five times that, as a free wheel flies. */
const WHEELS = { turned: 120, flying: 600 };

const ACTIONS = [
  { name: "filter", act: (page) => page.getByRole("checkbox", { name: /Denied/ }).click() },
  {
    name: "type",
    act: (page) =>
      page
        .getByRole("main")
        .getByRole("searchbox")
        .or(page.getByRole("combobox"))
        .last()
        .pressSequentially("a"),
  },
  { name: "open", act: (page) => page.locator("tbody tr a").first().click() },
  { name: "page down", act: (page) => page.keyboard.press("PageDown") },
];

/** What people do with a year's list, each `runs` times on a page just opened. Medians of the longest answer of each. */
export async function measureUse(browser, url, runs) {
  const measured = [];
  for (const { name, act } of ACTIONS) {
    const times = [];
    for (let run = 0; run < runs; run++)
      times.push(await onList(browser, url, (page) => timeAction(page, act)));
    measured.push({
      action: name,
      answerMs: Math.round(median(times.map(({ answerMs }) => answerMs))),
      repaintMs: Math.round(median(times.map(({ repaintMs }) => repaintMs))),
    });
  }
  const droppedFrames = {};
  for (const [wheel, px] of Object.entries(WHEELS)) {
    const shares = [];
    for (let run = 0; run < runs; run++) shares.push(await onList(browser, url, (page) => scroll(page, px)));
    droppedFrames[wheel] = Number(median(shares).toFixed(4));
  }
  return { actions: measured, droppedFrames };
}

async function onList(browser, url, use) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPage);
    await page.goto(url + RANGE, { waitUntil: "load" });
    await page.waitForTimeout(SETTLE_MS);
    return await use(page);
  } finally {
    await context.close();
  }
}

/**
 * `answerMs`: until the browser painted something new; `repaintMs`: until list, histogram and facets changed for the last
 * time. Both from the moment the browser got the input.
 */
async function timeAction(page, act) {
  await page.evaluate(() => globalThis.gatebookSeen.begin());
  await act(page);
  await page.waitForTimeout(SETTLE_MS);
  const seen = await page.evaluate(() => ({
    answers: [...globalThis.gatebookSeen.interactions.values()],
    inputMs: globalThis.gatebookSeen.inputMs,
    changedMs: globalThis.gatebookSeen.changedMs,
  }));
  return { answerMs: Math.max(0, ...seen.answers), repaintMs: Math.max(0, seen.changedMs - seen.inputMs) };
}

/** The share of frames that a display of 60 a second would have missed while the wheel is turned. */
async function scroll(page, px) {
  await page.mouse.move(900, 700);
  await page.evaluate(countFrames);
  for (let step = 0; step < WHEEL_STEPS; step++) {
    await page.mouse.wheel(0, px);
    await page.waitForTimeout(WHEEL_EVERY_MS);
  }
  const frames = await page.evaluate(stopFrames);
  const missed = frames.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / FRAME_MS) - 1), 0);
  return missed / (frames.length + missed);
}
