import type { TimeRange } from "@/lib/domain/time/time-range";
import { firstCursor, type PageCursor, readCursor, writeCursor } from "../aws/page-cursor";

/** Where the reading of several services stands, one after the other over the same stretch. */
export interface ScanCursor {
  /** Counted from 0. */
  readonly service: number;
  readonly page: PageCursor;
}

/** A cursor that names no service is of the first. */
export function readScanCursor(text: string | null, range: TimeRange, services: number): ScanCursor {
  const page = readCursor(text, range);
  const service = text === null ? 0 : serviceIn(text);
  return service < services ? { service, page } : { service: 0, page: firstCursor(range) };
}

export function writeScanCursor({ service, page }: ScanCursor): string {
  return service === 0 ? writeCursor(page) : JSON.stringify({ ...page, service });
}

function serviceIn(text: string): number {
  try {
    const { service = 0 } = JSON.parse(text) as { service?: number };
    return Number.isInteger(service) && service >= 0 ? service : 0;
  } catch {
    return 0;
  }
}
