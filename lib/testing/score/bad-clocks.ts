import { createChance } from "@/lib/sandbox/world/chance";

/** Each source's clock is off by at most this, so that two of them differ by at most twice as much, in milliseconds. */
const MOST_OFF = 1_000;

/** How far the clock of a source is off: of CloudWatch Logs, or of the service that an event is of, in a Region. */
export function createBadClocks(seed: number): (source: string) => number {
  const known = new Map<string, number>();
  return (source) => {
    const off = known.get(source) ?? createChance(`${seed}/clock/${source}`).int(-MOST_OFF, MOST_OFF);
    known.set(source, off);
    return off;
  };
}

/** `2026-01-02T03:04:05Z`. */
export function secondsOf(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}
