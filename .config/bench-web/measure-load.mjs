import { gzipSync } from "node:zlib";
import { median } from "./median.mjs";
import { watchPage } from "./watch-page.mjs";

const SETTLE_MS = 1_000;

/** One page, opened `runs` times by a browser that has seen nothing before. Medians; bytes are of scripts, gzipped. */
export async function measureLoad(browser, url, { path, runs }) {
  const loads = [];
  for (let run = 0; run < runs; run++) loads.push(await loadOnce(browser, url + path));
  return {
    path,
    lcpMs: Math.round(median(loads.map(({ lcpMs }) => lcpMs))),
    cls: Number(median(loads.map(({ cls }) => cls)).toFixed(4)),
    scriptKb: Number((median(loads.map(({ bytes }) => bytes)) / 1_000).toFixed(1)),
  };
}

async function loadOnce(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPage);
    const sizes = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script")
        sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(SETTLE_MS);
    const { lcpMs, cls } = await page.evaluate(() => globalThis.gatebookSeen);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { lcpMs, cls, bytes };
  } finally {
    await context.close();
  }
}
