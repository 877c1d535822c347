import { expect } from "@playwright/test";
import type { AttemptPage } from "@/lib/domain/summarize/attempts/attempt-page";
import { createHostileValues, type HostileValue } from "@/lib/testing/hostile/create-hostile-values";
import { createHostileWorld } from "@/lib/testing/hostile/create-hostile-world";
import type { World } from "@/lib/sandbox/world/world";
import { SHOWN_MS } from "../shown-time";
import { type Dashboard, startDashboard } from "../start-dashboard";

const DAY_MS = 86_400_000;
const TODAY_MS = Math.floor(SHOWN_MS / DAY_MS) * DAY_MS;

/** A dashboard that has read a day of hostile callers. */
export interface HostileDashboard extends Dashboard {
  readonly values: readonly HostileValue[];
  /** Of the day, and when it began. */
  readonly startMs: number;
  /** How many attempts that day has. */
  readonly attempts: number;
}

/** The day before the one that is shown; given when all of it is read. */
export async function startHostile(count: number): Promise<HostileDashboard> {
  const values = createHostileValues(count);
  const startMs = TODAY_MS - DAY_MS;
  const world = createHostileWorld(values, startMs);
  const dashboard = await startDashboard({ world, speed: 20 });
  const attempts = await readWhole(dashboard.url, world, startMs);
  return { ...dashboard, values, startMs, attempts };
}

async function readWhole(url: string, world: World, startMs: number): Promise<number> {
  const range = { from: startMs, to: startMs + DAY_MS };
  const [attempts, requests] = [world.truth(range).length, world.requests(range).length];
  for (const [path, total] of [
    ["attempts", attempts],
    ["requests", requests],
  ] as const) {
    const address = `${url}/api/v1/${path}?${printRange(range.from, range.to)}&limit=1`;
    const read = async () => ((await (await fetch(address)).json()) as { total: number }).total;
    await expect.poll(read, { timeout: 120_000, message: path }).toBeGreaterThanOrEqual(total);
  }
  // Who took the roles is looked up in CloudTrail, at AWS's pace.
  const unknown = () => countUnknown(url, printRange(range.from, range.to));
  await expect.poll(unknown, { timeout: 180_000, intervals: [1_000], message: "origins" }).toBe(0);
  return attempts;
}

/** Of those who came by a recorded chain, how many nobody is known behind yet. */
async function countUnknown(url: string, range: string): Promise<number> {
  let count = 0;
  for (let cursor: string | null = ""; cursor !== null; ) {
    const from: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const response = await fetch(`${url}/api/v1/attempts?${range}&limit=500${from}`);
    const page = (await response.json()) as AttemptPage;
    const chained = page.rows.filter(({ caller }) => caller?.sessionName?.startsWith("caller-"));
    count += chained.filter(({ origin }) => (origin?.kind ?? "unknown") === "unknown").length;
    cursor = page.next;
  }
  return count;
}

/** As addresses have it. */
export function printRange(fromMs: number, toMs: number): string {
  const print = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");
  return `from=${print(fromMs)}&to=${print(toMs)}`;
}

/** The day in so many parts of the same length. */
export function partsOfDay(startMs: number, count: number): string[] {
  const length = Math.ceil(DAY_MS / count / 1000) * 1000;
  return Array.from({ length: count }, (_, nth) =>
    printRange(startMs + nth * length, Math.min(startMs + (nth + 1) * length, startMs + DAY_MS)),
  );
}
