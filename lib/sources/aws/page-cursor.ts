import type { TimeRange } from "@/lib/domain/time/time-range";

/** Where a newest-first reading stands, as text that outlives a restart. */
export interface PageCursor {
  /** AWS's token; null = ask anew from `to` down. */
  readonly token: string | null;
  /** End of the request the token belongs to (not included). */
  readonly to: number;
  /** Everything from here up is read; equals the range's end at first. */
  readonly readDownTo: number;
}

export function firstCursor(range: TimeRange): PageCursor {
  return { token: null, to: range.to, readDownTo: range.to };
}

export function readCursor(text: string | null, range: TimeRange): PageCursor {
  if (text === null) return firstCursor(range);
  try {
    const { token, to, readDownTo } = JSON.parse(text) as PageCursor;
    const isWhole =
      (typeof token === "string" || token === null) && Number.isFinite(to) && Number.isFinite(readDownTo);
    return isWhole ? { token, to, readDownTo } : firstCursor(range);
  } catch {
    return firstCursor(range);
  }
}

/** After a lost token: the same from the last complete point, which is read again with it. */
export function withoutToken(cursor: PageCursor): PageCursor {
  return { token: null, to: Math.min(cursor.to, cursor.readDownTo), readDownTo: cursor.readDownTo };
}

export function writeCursor(cursor: PageCursor): string {
  return JSON.stringify(cursor);
}
