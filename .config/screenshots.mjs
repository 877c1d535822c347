// `npm run screenshots`: the main screens over the sample organisation, as docs/screens/*.png; the README shows some.
// The clock begins at a fixed time, so that the pictures change only when the screens do.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { findChromium } from "../.ci/chromium.mjs";

const PORT = 3919;
const URL_BASE = `http://127.0.0.1:${PORT}`;
const FOLDER = "docs/screens";
const SHOWN_MS = Date.UTC(2026, 10, 25, 14);
/** The sample organisation's AWS answers by its own clock: a faster one is read sooner. */
const SPEED = 20;
const PATIENCE_MS = 300_000;
const SETTLE_MS = 1_500;
const WAYS = {
  wide: { viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light" },
};

async function ask(path) {
  const response = await fetch(`${URL_BASE}${path}`).catch(() => null);
  return response?.ok ? response.json() : null;
}

async function untilRead() {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const { sources = [] } = (await ask("/api/v1/coverage")) ?? {};
    if (sources.length > 0 && sources.every(({ state }) => state !== "waiting" && state !== "reading"))
      return;
    await sleep(1_000);
  }
  throw new Error("Gatebook does not answer, or does not come to an end of reading");
}

/** What is shown, by the picture's name. Times are absolute: nothing of it moves. */
async function screens() {
  const week = "from=2026-11-18T14:00:00Z&to=2026-11-25T14:00:00Z";
  const { rows } = await ask(`/api/v1/attempts?${week}&where=reason:not-mapped&cluster=devCluster&limit=1`);
  return {
    overview: "/?range=3d",
    attempts: `/attempts?${week}`,
    attempt: `/attempts/${rows[0].id}?${week}`,
    cluster: "/clusters/devCluster",
    "why-not-in": "/questions/why-not-in?who=carol%40example.com&cluster=devCluster&range=7d",
    "what-if": "/clusters/devCluster/what-if",
    requests: "/requests?range=7d",
  };
}

const { env, problem } = await findChromium();
if (problem) throw new Error(problem);
const data = mkdtempSync(join(tmpdir(), "gatebook-screens-"));
const words = ["lib/cli/bin/start.mjs", "--sandbox", "--data", data, "--port", String(PORT)];
const clock = `${Date.now()}:${SHOWN_MS}:${SPEED}`;
const server = spawn(process.execPath, words, {
  env: { ...process.env, GATEBOOK_CLOCK: clock },
  stdio: ["ignore", "ignore", "inherit"],
});
const browser = await chromium.launch({ executablePath: env.CHROMIUM, chromiumSandbox: false });
try {
  await untilRead();
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, path] of Object.entries(await screens())) {
    for (const [way, options] of Object.entries(WAYS)) {
      const page = await browser.newPage({ ...options, reducedMotion: "reduce" });
      await page.goto(URL_BASE + path, { waitUntil: "load" });
      await page.waitForTimeout(SETTLE_MS);
      await page.screenshot({ path: join(FOLDER, `${name}-${way}.png`) });
      await page.close();
    }
  }
} finally {
  await browser.close();
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
  rmSync(data, { recursive: true });
}
