import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { FaultPlan } from "@/lib/sandbox/faults/fault-plan";
import { startSandbox } from "@/lib/sandbox/start-sandbox";
import type { Knobs } from "@/lib/sandbox/wire/cloud";
import type { World } from "@/lib/sandbox/world/world";
import { createClock } from "@/lib/server/clock";
import { clockFromNow } from "./shown-time";
import { isRead } from "./wait-until-read";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Of each worker its own. */
const PORT = Number(process.env.GATEBOOK_E2E_PORT ?? 4319) + 1 + Number(process.env.TEST_PARALLEL_INDEX ?? 0);
/** Where it will be. */
export const DASHBOARD_URL = `http://127.0.0.1:${PORT}`;
const PATIENCE_MS = 90_000;

export interface Dashboard {
  readonly url: string;
  /** Asks the process to end; gives its exit code and how long that took. */
  end(): Promise<{ readonly code: number | null; readonly ms: number }>;
  close(): Promise<void>;
}

/** What the second dashboard is started over, and how. */
export interface Wish {
  readonly knobs?: Knobs;
  readonly faults?: FaultPlan;
  /** Number of teams. */
  readonly scale?: number;
  /** Another organisation than the sandbox's own. */
  readonly world?: World;
  /** A config file's text; else all clusters of eu-west-1 are read. */
  readonly config?: string;
  /** More of the environment, such as a secret that the config names. */
  readonly env?: Readonly<Record<string, string>>;
  /** How much faster than ours its clock runs, and AWS's. */
  readonly speed?: number;
  /** When it is given to the journey: when it has read everything once, if nothing is said. */
  readonly isThere?: (url: string) => Promise<boolean>;
}

/** A second dashboard, started as for somebody's own clusters. */
export async function startDashboard(wish: Wish): Promise<Dashboard> {
  const { knobs = {}, faults = {}, scale = 1, world, config, speed = 1, isThere = isRead } = wish;
  const setting = clockFromNow(speed);
  const sandbox = await startSandbox({
    ...createClock(setting),
    knobs,
    faults,
    scale,
    ...(world && { world }),
  });
  const folder = mkdtempSync(join(tmpdir(), "gatebook-e2e-"));
  if (config !== undefined) writeFileSync(join(folder, "gatebook.yaml"), config);
  const what = config === undefined ? ["--region", "eu-west-1"] : ["--config", join(folder, "gatebook.yaml")];
  const options = [...what, "--data", join(folder, "data"), "--port", String(PORT)];
  const server = spawn(process.execPath, ["lib/cli/bin/start.mjs", ...options], {
    cwd: root,
    env: { ...process.env, ...sandbox.env, ...wish.env, GATEBOOK_CLOCK: setting },
    stdio: "ignore",
  });
  const url = DASHBOARD_URL;
  const close = async () => {
    await end(server);
    await sandbox.close();
    rmSync(folder, { recursive: true });
  };
  try {
    await waitUntil(() => isThere(url));
  } catch (error) {
    await close();
    throw error;
  }
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
