import type { AuditRow } from "./audit-row";

/** What is looked for in the log; null = anything. */
export interface AuditFilter {
  readonly deed: string | null;
  /** Part of a name or an id, in either case. */
  readonly who: string | null;
  /** From then on. */
  readonly sinceMs: number | null;
  /** Before then. */
  readonly untilMs: number | null;
}

/** The rows that fit, newest first; `next`: below which number the next page begins, null = there is none. */
export interface AuditPage {
  readonly rows: readonly AuditRow[];
  readonly next: number | null;
}

export interface AuditListQuery {
  readonly filter: AuditFilter;
  /** Rows below this number alone; null = from the newest on. */
  readonly before: number | null;
  /** 1 to MOST_AUDIT_ROWS on a page. */
  readonly limit: number;
}

/** On one page. */
export const MOST_AUDIT_ROWS = 200;

export function fitsAudit({ deed, who, sinceMs, untilMs }: AuditFilter, row: AuditRow): boolean {
  if (deed !== null && row.deed !== deed) return false;
  const timeMs = Date.parse(row.time);
  if (sinceMs !== null && !(timeMs >= sinceMs)) return false;
  if (untilMs !== null && !(timeMs < untilMs)) return false;
  if (who === null) return true;
  return `${row.viewer.name}\n${row.viewer.id}`.toLowerCase().includes(who.toLowerCase());
}
