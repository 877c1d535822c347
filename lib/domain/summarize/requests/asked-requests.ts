import type { KubeRequest } from "../../correlate/kube-request";
import { CLOCKS_MS, LET_IN_MS } from "../../correlate/request-sessions";
import { MINUTE_MS } from "../../time/durations";
import type { EpochMs, TimeRange } from "../../time/time-range";
import type { SourceProblem } from "../coverage/coverage-report";

/** How much time around an attempt is read: so long before and after it, or while its token was good. */
export const REQUEST_SPANS = ["5m", "15m", "60m", "token"] as const;
export type RequestSpan = (typeof REQUEST_SPANS)[number];

const MINUTES: Readonly<Record<Exclude<RequestSpan, "token">, number>> = { "5m": 5, "15m": 15, "60m": 60 };

/** The time that a span stands for, around an attempt. */
export function rangeOfSpan(span: RequestSpan, attemptMs: EpochMs): TimeRange {
  const at = Math.floor(attemptMs);
  if (span === "token") return { from: at - CLOCKS_MS, to: at + LET_IN_MS };
  return { from: at - MINUTES[span] * MINUTE_MS, to: at + MINUTES[span] * MINUTE_MS };
}

/** A request that was read on demand. */
export interface AskedRequest extends KubeRequest {
  /** AWS's id of its record, or what stands for it. */
  readonly id: string;
  /** When its record was written: at the end of the request. */
  readonly recordMs: EpochMs;
}

/** So many requests of one verb to one kind of object. */
export interface RequestCount {
  readonly verb: string;
  /** `pods`, `pods/exec`, or the path of what is no object's. */
  readonly what: string;
  readonly count: number;
  readonly denied: number;
}

/** How the reading of a question stands, whatever it was asked for. */
export type AskedStanding = Omit<AskedRequests, "span" | "range">;

/** All that an attempt's caller did, allowed reads too, as far as it is read by now. */
export interface AskedRequests {
  /**
   * `not-asked`: nobody had it read, or its answer is forgotten · `waiting`: others are read first · `stopped`: somebody gave
   * it up; what was read until then is shown · `not-possible`: there is nothing to read, or nobody to be read of.
   */
  readonly state: "not-asked" | "waiting" | "reading" | "done" | "stopped" | "failed" | "not-possible";
  readonly span: RequestSpan;
  readonly range: TimeRange;
  /** Down to here it is read, newest first; null = nothing yet. */
  readonly readDownToMs: EpochMs | null;
  /** Pages that AWS gave. */
  readonly pages: number;
  /** AWS asks us to slow down. */
  readonly isSlowed: boolean;
  readonly total: number;
  readonly reads: number;
  readonly writes: number;
  readonly denials: number;
  readonly streams: number;
  /** Of what is read; null = nothing was found. */
  readonly first: AskedRequest | null;
  readonly last: AskedRequest | null;
  /** Most frequent first, 50 at most. */
  readonly counts: readonly RequestCount[];
  /** Most frequent first. */
  readonly clientIps: readonly string[];
  readonly userAgents: readonly string[];
  /** One page, newest first. */
  readonly rows: readonly AskedRequest[];
  /** Hand it back for the next page; null = these were the last. */
  readonly next: string | null;
  /** What went wrong, with what to do. */
  readonly problem: SourceProblem | null;
  /** What cannot be told, in sentences. */
  readonly notes: readonly string[];
  /** Reads the same with AWS's own command line; null = nothing was asked of AWS. */
  readonly command: string | null;
}
