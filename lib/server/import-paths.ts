import type { SourceKind } from "@/lib/domain/summarize/coverage-report";
import { importRecords } from "@/lib/ingest/import-records";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import { readPaths } from "@/lib/sources/files/read-paths";
import type { ImportRequest } from "./engine/serve-engine";

/** What became of one file. */
export interface ImportedFile {
  readonly file: string;
  readonly kind: SourceKind | null;
  readonly added: number;
  /** Records that were stored already. */
  readonly known: number;
  /** Parts that could not be read: reason and position. */
  readonly rejects: readonly { readonly position: number; readonly message: string }[];
  readonly problem: string | null;
}

export interface ImportInto {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Of the one who derives this store's attempts. */
  readonly settled: () => Promise<void>;
}

/** Imports files and folders and derives their attempts; a file that fails is named and holds up none of the others. */
export async function importPaths(
  { store, clock, settled }: ImportInto,
  request: ImportRequest,
): Promise<ImportedFile[]> {
  const imported: ImportedFile[] = [];
  for (const { file, descriptor, records, rejects, problem } of readPaths(request.paths, request)) {
    if (descriptor === null) {
      imported.push({ file, kind: null, added: 0, known: 0, rejects: [], problem });
    } else {
      const summary = await importRecords(store, descriptor, records, clock.now());
      imported.push({ file, kind: descriptor.kind, ...summary, rejects, problem });
    }
  }
  // Files of one hour are many, and its attempts come from all of them.
  await settled();
  return imported;
}
