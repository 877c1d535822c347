import type { TimeRange } from "@/lib/domain/time/time-range";

/** Where a newest-first reading stands, as text that outlives a restart. */
export interface PageCursor {
  /** AWS's token; null = ask anew from `to` down. */
  readonly token: string | null;
  /** End of the request the token belongs to (not included). */
  readonly to: number;
  /** Everything from here up is read; equals the range's end at first. */
  readonly readDownTo: number;
  /** How often a repeated token was dropped since a record was read. */
  readonly restarts: number;
}

const MOST_RESTARTS = 3;

export function firstCursor(range: TimeRange): PageCursor {
  return { token: null, to: range.to, readDownTo: range.to, restarts: 0 };
}

export function readCursor(text: string | null, range: TimeRange): PageCursor {
  if (text === null) return firstCursor(range);
  try {
    const { token, to, readDownTo, restarts = 0 } = JSON.parse(text) as PageCursor;
    const isWhole =
      (typeof token === "string" || token === null) && Number.isFinite(to) && Number.isFinite(readDownTo);
    return isWhole ? { token, to, readDownTo, restarts } : firstCursor(range);
  } catch {
    return firstCursor(range);
  }
}

/** After a lost token: the same from the last complete point, which is read again with it. */
export function withoutToken(cursor: PageCursor): PageCursor {
  return { ...cursor, token: null, to: Math.min(cursor.to, cursor.readDownTo) };
}

/**
 * Where the page behind this one is. The token of this page once more leads nowhere: then AWS is asked anew, and when
 * that does not help either, an Error is thrown (facts: security §4.2, B8).
 */
export function nextCursor(cursor: PageCursor, token: string, readDownTo: number): PageCursor {
  const restarts = readDownTo < cursor.readDownTo ? 0 : cursor.restarts;
  const next = { token, to: cursor.to, readDownTo, restarts };
  if (token !== cursor.token) return next;
  if (restarts === MOST_RESTARTS) throw new Error("AWS gives the same page again and again.");
  return { ...withoutToken(next), restarts: restarts + 1 };
}

export function writeCursor(cursor: PageCursor): string {
  return JSON.stringify(cursor);
}
