import type { ChosenWay } from "../../correlate/lookups/reading-way";
import type { EpochMs, TimeRange } from "../../time/time-range";

/**
 * `audit-log`: attempts, where the authenticator log is off; `request-log`: requests that are kept, of the same log.
 * `cloudtrail`: STS's events; `sign-ins`: those of the services where people and pods sign in, from the event history;
 * `configuration-changes`: EKS's own, who changed access entries and modes.
 */
export const SOURCE_KINDS = [
  "authenticator-log",
  "audit-log",
  "request-log",
  "cloudtrail",
  "sign-ins",
  "configuration-changes",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Of an account, where the others are of a cluster. */
export function isCloudTrail({ kind }: Pick<SourceCoverage, "kind">): boolean {
  return kind === "cloudtrail" || kind === "sign-ins" || kind === "configuration-changes";
}

/** Why a source cannot be read, and what to do. */
export interface SourceProblem {
  readonly code:
    | "forbidden"
    | "no-credentials"
    | "expired-credentials"
    | "region-disabled"
    | "not-found"
    | "log-type-off"
    | "log-group-absent"
    | "log-empty"
    | "told-by-audit-log"
    | "looked-up-instead"
    | "too-many-at-once"
    | "unreadable-object"
    | "unsupported-log-class"
    | "throttled"
    | "unreachable"
    | "malformed"
    | "invalid-region";
  /** One plain sentence: what was wrong, where. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** A command that does it, to copy into a shell. */
  readonly command?: string;
  /** Since when, where it is known and matters: when a log type was switched off. */
  readonly sinceMs?: EpochMs;
  /** IAM action that is missing, such as `logs:FilterLogEvents`. */
  readonly permission: string | null;
}

/** A problem in one line, for terminals and sentences. */
export function problemInOneLine({ message, remedy, command = "" }: SourceProblem): string {
  return [message, remedy, command].filter((part) => part !== "").join(" ");
}

export interface SourceCoverage {
  readonly id: string;
  /** `connection`: an account or Region that cannot be reached, so that its sources are not known. */
  readonly kind: SourceKind | "connection";
  /** For people: `prod · authenticator log`, `111122223333 eu-west-1 · CloudTrail`. */
  readonly label: string;
  readonly cluster: string | null;
  readonly accountId: string | null;
  readonly region: string;
  /** `gone`: it is not read any more; what was read of it is kept. */
  readonly state: SourceState;
  readonly problem: SourceProblem | null;
  /** What the first reading is to cover. */
  readonly asked: TimeRange;
  /** Merged intervals that were read to the end. */
  readonly read: readonly TimeRange[];
  /** Up to here records had half an hour to arrive before they were read; behind it more may come. */
  readonly settledToMs: EpochMs | null;
  /** Share of `asked` that is read, 0 to 1. */
  readonly progress: number;
  readonly records: number;
  /** Lines that are no logfmt, records that could not be read. They are kept. */
  readonly rejects: number;
  /** Records that came after their time was settled: later than half an hour. */
  readonly late: number;
  readonly newestMs: EpochMs | null;
  readonly lastReadMs: EpochMs | null;
  /** How an event history is read, and by which load that was decided; null = it is none, or was not measured yet. */
  readonly way: ChosenWay | null;
  /** How fast it is being read just now; null = it is not, or not by this process. Live, never stored. */
  readonly pace: SourcePace | null;
  /** How long AWS keeps what it tells; null = that is not known. Live, never stored. */
  readonly kept: SourceKept | null;
}

/** `imported`: files alone · `looked-up`: answers to single questions alone · `gone`: it was read, and is not any more. */
export const SOURCE_STATES = [
  "waiting",
  "reading",
  "following",
  "failed",
  "imported",
  "looked-up",
  "gone",
] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** Nothing reads it from end to end, now or before. */
export function isNeverRead({ state }: Pick<SourceCoverage, "state">): boolean {
  return state === "imported" || state === "looked-up";
}

/** It is read, or about to be. */
export function isBeingRead({ state }: Pick<SourceCoverage, "state">): boolean {
  return state === "waiting" || state === "reading" || state === "following";
}

/** How long AWS keeps records. */
export interface SourceKept {
  /** null = until somebody deletes them. */
  readonly days: number | null;
}

export interface SourcePace {
  /** AWS asked to slow down within the last minute, or the reading is still slower than it might be for that. */
  readonly slowed: boolean;
  /** Until all that was asked for is read, by the rate of the last minutes; null = that cannot be told yet. */
  readonly secondsLeft: number | null;
}

/** What the store knows of a source. */
export type StoredCoverage = Omit<SourceCoverage, "pace" | "kept">;

/** What is known of a source, or of where sources might be, without reading it. */
export interface ConnectionNote
  extends Pick<SourceCoverage, "id" | "kind" | "label" | "cluster" | "accountId" | "region"> {
  readonly state: "failed" | "gone";
  readonly problem: SourceProblem;
}

/** Something about a cluster's log that people must know now. */
export interface CoverageAlarm {
  /** The log itself stopped, or it is we who do not read it. */
  readonly kind: "log-silent" | "reading-behind";
  readonly cluster: string;
  readonly sourceId: string;
  readonly sinceMs: EpochMs;
  /** One plain sentence, UTC. */
  readonly sentence: string;
}

/** How the data folder does. */
export interface StorageReport {
  /** "full": what is stored is shown, nothing is added until there is room; then reading goes on by itself. */
  readonly state: "ok" | "full";
  /** Full since. */
  readonly sinceMs: EpochMs | null;
  /** Free on the disk of the data folder; null = not known. */
  readonly freeBytes: number | null;
  /** Damaged files that lie aside in the data folder; their events are read anew from the sources. */
  readonly setAside: readonly string[];
}

export interface CoverageReport {
  readonly nowMs: EpochMs;
  /** true: the sandbox's world, no real cluster. */
  readonly sample: boolean;
  readonly clusters: readonly string[];
  readonly sources: readonly SourceCoverage[];
  /** Logs that fell silent, or that are no longer read. */
  readonly alarms: readonly CoverageAlarm[];
  readonly storage: StorageReport;
}

export interface Health {
  readonly status: "ok" | "degraded";
  readonly version: string;
  readonly sample: boolean;
  readonly startedMs: EpochMs;
  readonly attempts: number;
  readonly storage: StorageReport;
}
