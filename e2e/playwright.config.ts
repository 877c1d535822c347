import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { clockFromNow } from "./shown-time";

const PORT = Number(process.env.GATEBOOK_E2E_PORT ?? 4319);
const SPEED = 20;
const root = fileURLToPath(new URL("..", import.meta.url));
const given = process.env.GATEBOOK_URL;
const baseURL = given ?? `http://127.0.0.1:${PORT}`;

/** Each worker reads this file again; only the first makes the folder. */
function dataFolder(): string {
  process.env.GATEBOOK_E2E_DATA ??= mkdtempSync(join(tmpdir(), "gatebook-e2e-"));
  return process.env.GATEBOOK_E2E_DATA;
}

const server = () => ({
  command: `node lib/cli/bin/start.mjs --sandbox --data ${dataFolder()} --port ${PORT}`,
  cwd: root,
  env: { GATEBOOK_CLOCK: clockFromNow(SPEED), GATEBOOK_DESIGN: "1" },
  url: `${baseURL}/api/v1/health`,
  timeout: 300_000,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
  stdout: "pipe" as const,
});

export default defineConfig({
  testDir: "journeys",
  outputDir: "../test-results",
  globalSetup: "./wait-until-read.ts",
  // Journeys of different files go side by side; most of what a browser does is waiting for an answer.
  workers: 2,
  timeout: 60_000,
  // For a busy machine.
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  ...(given === undefined ? { webServer: server() } : {}),
  use: {
    baseURL,
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      chromiumSandbox: false,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
