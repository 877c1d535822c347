import { SHOWN_MS } from "./shown-time";

const DAY_MS = 86_400_000;

/** Whole days that lie behind: `from=…&to=…` of the `count` days before today. Nothing in them changes any more. */
export function recentDays(count: number): string {
  const today = Math.floor(SHOWN_MS / DAY_MS) * DAY_MS;
  const print = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");
  return `from=${print(today - count * DAY_MS)}&to=${print(today)}`;
}
