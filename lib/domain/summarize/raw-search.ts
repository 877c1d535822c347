import { DAY_MS } from "../time/durations";
import type { EpochMs, TimeRange } from "../time/time-range";

/** Raw records are gone through one by one: no longer range is searched. */
export const LONGEST_RAW_MS = DAY_MS;

/** Text looked for in raw records, word by word as they came. */
export interface RawQuery {
  /** LONGEST_RAW_MS at most. */
  readonly range: TimeRange;
  /** Found as it stands, in upper or lower case; not empty. */
  readonly text: string;
  /** Empty = records of all sources, CloudTrail's too. */
  readonly cluster: readonly string[];
  /** What a former page gave; null = the newest. */
  readonly cursor: string | null;
  /** 1 to 500. */
  readonly limit: number;
}

/** Records that hold the text, newest first. */
export interface RawPage {
  readonly rows: readonly RawRow[];
  /** Cursor of the next page; null = there is no more. */
  readonly next: string | null;
  readonly scanned: Scanned;
}

export interface RawRow {
  readonly recordId: string;
  readonly eventId: string | null;
  readonly source: string;
  readonly cluster: string | null;
  readonly stream: string;
  readonly timeMs: EpochMs;
  readonly text: string;
  /** What is to be said of the text: cut, or why it cannot be read; null = it is whole. */
  readonly note: string | null;
}

/** What was looked at for one page. Records are read in blocks: some may lie outside of the range. */
export interface Scanned {
  readonly records: number;
  /** Before compression. */
  readonly bytes: number;
  /** Every match of this stretch is told, on this page or on those before it. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** false: the page was full before the range was searched to its start. */
  readonly complete: boolean;
  /** Records whose segment is missing or damaged: what they hold is not known. */
  readonly unreadable: number;
}
