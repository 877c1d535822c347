import type { TimeRange } from "@/lib/domain/time/time-range";
import { firstCursor, type PageCursor, readCursor, writeCursor } from "../aws/page-cursor";

/** Where the reading of several questions stands, one after the other over the same stretch. */
export interface ScanCursor {
  /** Counted from 0. */
  readonly question: number;
  readonly page: PageCursor;
}

/** A cursor that names no question is of the first. */
export function readScanCursor(text: string | null, range: TimeRange, questions: number): ScanCursor {
  const page = readCursor(text, range);
  const question = text === null ? 0 : questionIn(text);
  return question < questions ? { question, page } : { question: 0, page: firstCursor(range) };
}

/** Stored cursors say `service`, which a question once was. */
export function writeScanCursor({ question, page }: ScanCursor): string {
  return question === 0 ? writeCursor(page) : JSON.stringify({ ...page, service: question });
}

function questionIn(text: string): number {
  try {
    const { service = 0 } = JSON.parse(text) as { service?: number };
    return Number.isInteger(service) && service >= 0 ? service : 0;
  } catch {
    return 0;
  }
}
