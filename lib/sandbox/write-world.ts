import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { json, writeAuthenticator } from "./files/write-authenticator";
import { writeTrail } from "./files/write-trail";
import { DAY } from "./world/calendar";
import { createWorld, type World, type WorldRange } from "./world/world";
import type { WorldAttempt } from "./world/world-day";

interface WorldFiles {
  readonly out: string;
  readonly seed: number;
  readonly scale?: number;
  /** Until when; what is not delivered by then is left out. */
  readonly nowMs: number;
  readonly days: number;
}

export interface WorldFilesWritten {
  readonly lines: number;
  readonly events: number;
  readonly attempts: number;
}

/** Writes the world as people have it on disk, with `truth.json` beside it. Rejects with the file system's error. */
export async function writeWorld(files: WorldFiles): Promise<WorldFilesWritten> {
  const world = createWorld(files.seed, files.scale);
  const range = { from: files.nowMs - files.days * DAY, to: files.nowMs };
  const lines = await writeAuthenticator(world, range, files.out);
  const events = await writeTrail(world, range, files.out);
  const attempts = writtenAttempts(world, range);
  const from = new Date(range.from).toISOString();
  const to = new Date(range.to).toISOString();
  await writeFile(
    join(files.out, "truth.json"),
    json({ seed: files.seed, scale: world.scale, from, to, attempts }),
  );
  return { lines, events, attempts: attempts.length };
}

/** The truth about the deciding lines that were written; an event that is not delivered yet is not promised. */
function writtenAttempts(world: World, range: WorldRange): WorldAttempt[] {
  const written = new Set<string>();
  for (const { name } of world.clusters)
    for (const line of world.lines(name, range, range.to)) written.add(line.eventId);
  return world
    .truth(range)
    .filter((attempt) => written.has(attempt.line.eventId))
    .map((attempt) =>
      (attempt.stsDeliveredMs ?? 0) <= range.to ? attempt : { ...attempt, stsEventId: null, stsTrail: null },
    );
}
