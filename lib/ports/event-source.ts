import type { SourceKept, SourceKind, SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { TimeRange } from "@/lib/domain/time/time-range";

/** What identifies a source; its id is stable across restarts. */
export interface SourceDescriptor {
  /** `authenticator-log/<account>/<region>/<cluster>` or `cloudtrail/<account>/<region>`, the latter also with `/sign-ins`. */
  readonly id: string;
  readonly kind: SourceKind;
  readonly label: string;
  readonly cluster: string | null;
  readonly accountId: string | null;
  readonly region: string;
  /** Log group, or `cloudtrail`. First part of a record's identity. */
  readonly group: string;
}

/** One record as it came. */
export interface SourceRecord {
  /** Log stream, or `<account>/<region>` for CloudTrail. */
  readonly stream: string;
  readonly timeMs: number;
  /** The log line, or the CloudTrail record's JSON, byte for byte. */
  readonly text: string;
  /** CloudWatch's or CloudTrail's id; null for plain lines. */
  readonly eventId: string | null;
}

export interface SourcePage {
  readonly records: readonly SourceRecord[];
  /** Hand back to go on within the same range; null = the range is read to its end. */
  readonly cursor: string | null;
  /**
   * What of the asked range is complete with this page; null = nothing more than before. Pages come newest first, so
   * it grows downwards; a stretch that nobody can read is left out.
   */
  readonly complete: TimeRange | null;
  /**
   * What people should know although reading goes on, such as a stretch that nobody can read. It stands, also after a
   * restart, until another one comes, or a page says that it is over.
   */
  readonly notice?: SourceProblem;
  /** What no longer holds, if it was noted before. */
  readonly over?: SourceProblem["code"];
}

export interface EventSource {
  readonly descriptor: SourceDescriptor;
  /** How far back the source can be asked at all; null = no limit known. */
  readonly oldestMs: (nowMs: number) => number | null;
  /** Just this stretch is read, to its end, once. Absent = up to now, for ever. */
  readonly only?: TimeRange;
  /** How often it pays to ask for what is new, in milliseconds. */
  readonly pollMs: number;
  /** Whether the vendor makes it go slower than it would; absent where nobody can. */
  readonly isSlowed?: () => boolean;
  /** How long the vendor keeps its records; null or absent = that is not known. */
  readonly kept?: () => SourceKept | null;
  /** Newest first. Throws SourceError and nothing else (but for the signal's abort). */
  read(range: TimeRange, cursor: string | null, signal: AbortSignal): Promise<SourcePage>;
}

/** A vendor's failure, mapped once by the source that met it. */
export class SourceError extends Error {
  readonly problem: SourceProblem;
  constructor(problem: SourceProblem, cause?: unknown) {
    super(problem.message, { cause });
    this.name = "SourceError";
    this.problem = problem;
  }
}
