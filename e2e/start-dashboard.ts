import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startSandbox } from "@/lib/sandbox/start-sandbox";
import type { Knobs } from "@/lib/sandbox/wire/cloud";
import { isRead } from "./wait-until-read";

const root = fileURLToPath(new URL("..", import.meta.url));
const PORT = Number(process.env.GATEBOOK_E2E_PORT ?? 4319) + 1;
const PATIENCE_MS = 90_000;

export interface Dashboard {
  readonly url: string;
  /** Asks the process to end; gives its exit code and how long that took. */
  end(): Promise<{ readonly code: number | null; readonly ms: number }>;
  close(): Promise<void>;
}

/**
 * A second dashboard, started as for somebody's own clusters, over an AWS whose knobs are turned. It is given when it
 * has read everything once, or when `isThere` says so.
 */
export async function startDashboard(knobs: Knobs, isThere = isRead): Promise<Dashboard> {
  const sandbox = await startSandbox({ now: Date.now, sleep, knobs });
  const folder = mkdtempSync(join(tmpdir(), "gatebook-e2e-"));
  const options = ["--region", "eu-west-1", "--data", folder, "--port", String(PORT)];
  const server = spawn(process.execPath, ["lib/cli/bin/start.mjs", ...options], {
    cwd: root,
    env: { ...process.env, ...sandbox.env },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${PORT}`;
  await waitUntil(() => isThere(url));
  const close = async () => {
    await end(server);
    await sandbox.close();
    rmSync(folder, { recursive: true });
  };
  return { url, end: () => end(server), close };
}

async function waitUntil(isThere: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (await isThere()) return;
    await sleep(500);
  }
  throw new Error("The second dashboard did not read its sources in time");
}

function end(server: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const start = performance.now();
  return new Promise((resolve) => {
    const tell = () => resolve({ code: server.exitCode, ms: performance.now() - start });
    if (server.exitCode !== null) return tell();
    server.once("exit", tell);
    server.kill("SIGTERM");
  });
}
