import { watch } from "node:fs";
import { createChance } from "@/lib/sandbox/world/chance";
import type { Running } from "./processes";

/** Where in its life an engine is killed. */
export interface KillPoint {
  /** A moment after which … */
  readonly after: "start" | "reading" | "progress" | "checkpoint";
  /** … so many real milliseconds. */
  readonly waitMs: number;
}

const MOMENTS = ["start", "reading", "reading", "progress", "checkpoint"] as const;
const LONGEST_WAIT_MS = { start: 800, reading: 700, progress: 400, checkpoint: 30 };
/** A moment that does not come is not waited for. */
const PATIENCE_MS = 2_500;

/** The same points for the same seed. */
export function chooseKillPoints(seed: number, count: number): KillPoint[] {
  const chance = createChance(`${seed}/kills`);
  return Array.from({ length: count }, () => {
    const after = chance.pick(MOMENTS);
    return { after, waitMs: chance.int(0, LONGEST_WAIT_MS[after]) };
  });
}

/**
 * Resolves at the point. The file of the store is written when DuckDB makes a checkpoint; what is committed between two of
 * them goes to the log beside it.
 */
export async function reach(point: KillPoint, engine: Running, folder: string): Promise<void> {
  const moment = new Promise<void>((resolve) => {
    if (point.after === "start") resolve();
    engine.onMessage((type) => {
      if (type === point.after) resolve();
      if (type !== "reading" || point.after !== "checkpoint") return;
      const watcher = watch(folder, (_, file) => {
        if (file === "events.duckdb") resolve();
      });
      void engine.gone.then(() => watcher.close());
    });
  });
  await Promise.race([moment, pause(PATIENCE_MS), engine.gone]);
  await Promise.race([pause(point.waitMs), engine.gone]);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
