import { createHash } from "node:crypto";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { PooledDay } from "./day-pool";

/** What a team's clusters saw on a day: a day of the pool under names, keys and a date of its own. */
export function tellDay(pool: readonly PooledDay[], team: number, day: number): Attempt[] {
  // 7 is the week: each weekday is told of its own kind.
  const pooled = pool[((team * 7 + Math.floor(day / 7) * 21) % pool.length) + ((day + 3) % 7)] ?? [];
  return pooled.map((attempt) => tellAgain(attempt, team, day));
}

function tellAgain(attempt: Attempt, team: number, day: number): Attempt {
  const { caller } = attempt;
  const place = `${team}/${day}/`;
  return {
    ...attempt,
    id: hashOf(place + attempt.id).slice(0, 32),
    timeMs: attempt.timeMs + day * DAY_MS,
    cluster: `team-${String(team + 1).padStart(3, "0")}-${attempt.cluster}`,
    caller: caller?.accessKeyId ? { ...caller, accessKeyId: keyOf(place + caller.accessKeyId) } : caller,
  };
}

function keyOf(text: string): string {
  return `ASIAEXAMPLE${hashOf(text).slice(0, 9).toUpperCase()}`;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
