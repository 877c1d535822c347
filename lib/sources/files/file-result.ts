import type { Reject } from "@/lib/domain/parse/reject";
import type { SeenPart } from "@/lib/ports/configuration-store";
import type { SourceDescriptor, SourceRecord } from "@/lib/ports/event-source";

/** What one file gave. */
export interface FileResult {
  readonly file: string;
  /** null with a problem: nothing of the file was read. */
  readonly descriptor: SourceDescriptor | null;
  readonly records: readonly SourceRecord[];
  /** Positions count from the start of the (unpacked) file; the rest of the file was read. */
  readonly rejects: readonly Reject[];
  /** What it tells of a cluster's configuration instead of records; absent = nothing. */
  readonly configuration?: readonly SeenPart[];
  /** Why nothing was read, and what to do. */
  readonly problem: string | null;
}

/** What the files themselves do not tell. */
export interface FileOptions {
  readonly cluster: string | null;
  readonly region: string | null;
  readonly accountId: string | null;
}

export function failedFile(file: string, problem: string): FileResult {
  return { file, descriptor: null, records: [], rejects: [], problem };
}
