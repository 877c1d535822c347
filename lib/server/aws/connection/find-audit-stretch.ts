import { HOUR_MS } from "@/lib/domain/time/durations";
import type { EpochMs, TimeRange } from "@/lib/domain/time/time-range";
import { HISTORY_MS, type LoggingChange } from "@/lib/sources/cloudtrail/logging-history";

/** A time of which the audit log tells what the authenticator's does not. */
export interface AuditStretch {
  /** Whole hours, for attempts are rebuilt by these. */
  readonly range: TimeRange;
  /** What ended it. */
  readonly switchedOn: LoggingChange;
}

/** What is on now is known of both types; the authenticator's is. */
export interface AuditStretchSearch {
  /** All there were. */
  readonly changes: readonly LoggingChange[];
  readonly auditOn: boolean;
  readonly nowMs: EpochMs;
}

/**
 * From the first to the last moment of the past at which the authenticator log was off and the audit log on, or may have
 * been: a request may name what was on already, so before the first change neither is known. null = no such time.
 */
export function findAuditStretch({ changes, auditOn, nowMs }: AuditStretchSearch): AuditStretch | null {
  const ordered = [...changes].sort((a, b) => a.timeMs - b.timeMs);
  let authenticator = ordered.every((one) => one.authenticator === null);
  let audit = auditOn || ordered.some((one) => one.audit !== null);
  let from = nowMs - HISTORY_MS;
  const told: { readonly from: EpochMs; readonly end: LoggingChange }[] = [];
  for (const change of ordered) {
    if (!authenticator && audit) told.push({ from, end: change });
    authenticator = change.authenticator ?? authenticator;
    audit = change.audit ?? audit;
    from = change.timeMs;
  }
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return null;
  const to = Math.min(nowMs, Math.ceil(last.end.timeMs / HOUR_MS) * HOUR_MS);
  return { range: { from: Math.floor(first.from / HOUR_MS) * HOUR_MS, to }, switchedOn: last.end };
}
