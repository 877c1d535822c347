import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/**
 * A Chromium for the journeys: the one CHROMIUM names, an installed one, Debian's package where it may be installed,
 * else Playwright's own. Gives `{ env }`, or `{ problem }` in words.
 */
export async function findChromium() {
  const present = process.env.CHROMIUM ?? installed();
  if (present) return { env: { CHROMIUM: present } };
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    console.log("installing Debian's chromium …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [["update"], ["install", "-y", "chromium"]]) {
      spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
    }
    const path = installed();
    if (path) return { env: { CHROMIUM: path } };
  }
  console.log("installing Playwright's Chromium …");
  const run = spawnSync(
    process.execPath,
    ["node_modules/playwright/cli.js", "install", "--with-deps", "chromium"],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  if (run.status !== 0) return { problem: "no Chromium found, and none could be installed: set CHROMIUM" };
  const { chromium } = await import("@playwright/test");
  return { env: { CHROMIUM: chromium.executablePath() } };
}

function installed() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return null;
}
