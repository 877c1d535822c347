import { RECORD_ID } from "../identity/record-id";
import type { EpochMs } from "../time/time-range";

/** The last row of a page in the order newest first, by (time, id): the next page begins below it. */
export interface RowCursor {
  readonly timeMs: EpochMs;
  readonly id: string;
}

export function printRowCursor({ timeMs, id }: RowCursor): string {
  return `${timeMs}.${id}`;
}

/** null: none that a page gave. */
export function parseRowCursor(text: string): RowCursor | null {
  const [, time, id = ""] = /^(\d{1,15})\.(\w+)$/.exec(text) ?? [];
  return RECORD_ID.test(id) ? { timeMs: Number(time), id } : null;
}
