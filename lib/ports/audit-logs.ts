import type { SessionMark } from "@/lib/domain/correlate/request-sessions";
import type { SourceKept, SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { SourceRecord } from "./event-source";
import type { Urgency } from "./request-budget";

/** Whose requests are asked for, and of which time. */
export interface AuditQuestion {
  /** By its name on the screens. */
  readonly cluster: string;
  readonly mark: Omit<SessionMark, "timeMs">;
  readonly range: TimeRange;
}

export interface AuditPage {
  /** Newest first. */
  readonly records: readonly SourceRecord[];
  /** null = this was the last page. */
  readonly cursor: string | null;
  /** What this page could not give. */
  readonly notice: SourceProblem | null;
}

/** One question to an audit log, as it is read page by page. */
export interface AuditReading {
  /** Throws SourceError, or the signal's reason. */
  read(
    cursor: string | null,
    how: { readonly urgency: Urgency; readonly signal: AbortSignal },
  ): Promise<AuditPage>;
  /** Why there is nothing at all; null = for no other reason than that nothing was done. */
  whyNothing(signal: AbortSignal): Promise<SourceProblem | null>;
  /** How long the log group keeps its lines; null = that is not known. */
  kept(): SourceKept | null;
  /** Each page is a query, which AWS bills by what it scans. */
  isByQuery(): boolean;
  isSlowed(): boolean;
  /** AWS's own command that asks the same; null = there is none. */
  command(): string | null;
}

/** The audit logs that can be asked just now. */
export interface AuditLogs {
  /** null = the cluster is none of those that are connected. */
  ask(question: AuditQuestion): AuditReading | null;
}
