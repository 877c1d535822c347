/** What the dashboards' clocks, and AWS's, show when they start: a Wednesday afternoon, so that every run sees the same world. */
export const SHOWN_MS = Date.UTC(2026, 10, 25, 14);

/** A `GATEBOOK_CLOCK` that starts now at `SHOWN_MS`, and runs `speed` times as fast as ours. */
export function clockFromNow(speed: number): string {
  return `${Date.now()}:${SHOWN_MS}:${speed}`;
}
