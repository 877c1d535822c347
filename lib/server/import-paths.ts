import type { SourceKind } from "@/lib/domain/summarize/coverage/coverage-report";
import { importRecords } from "@/lib/ingest/import-records";
import type { Clock } from "@/lib/ports/clock";
import type { SeenPart } from "@/lib/ports/configuration-store";
import type { SourceDescriptor } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { readPaths } from "@/lib/sources/files/read-paths";
import { loadDirectoryFile } from "./directory-file/load-directory-file";
import type { ImportRequest } from "./engine/serve-engine";

/** What became of one file. */
export interface ImportedFile {
  readonly file: string;
  readonly kind: SourceKind | "directory-file" | "configuration" | null;
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
  /** The directory file that a running Gatebook follows; absent or null = none. */
  readonly directory?: string | null;
  /** Of the one who derives this store's attempts. */
  readonly settled: () => Promise<void>;
}

/** Imports files and folders and derives their attempts; a file that fails is named and holds up none of the others. */
export async function importPaths(into: ImportInto, request: ImportRequest): Promise<ImportedFile[]> {
  const { store, clock, settled } = into;
  const { directory = null } = request;
  const imported = directory === null ? [] : [await importDirectory(into, directory)];
  for (const result of readPaths(request.paths, request)) {
    const { file, descriptor, records, rejects, problem, configuration } = result;
    if (descriptor !== null && configuration !== undefined) {
      imported.push(await importConfiguration(into, { file, descriptor, configuration }));
    } else if (descriptor === null) {
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

/** A part of a cluster's configuration, as it is said to be now. */
async function importConfiguration(
  { store, clock }: ImportInto,
  {
    file,
    descriptor,
    configuration,
  }: { file: string; descriptor: SourceDescriptor; configuration: readonly SeenPart[] },
): Promise<ImportedFile> {
  const nowMs = clock.now();
  const { accountId, region, cluster } = descriptor;
  const isKnown = (await store.coverage()).some((source) => source.cluster === cluster);
  if (!isKnown) await store.openSource(descriptor, { from: nowMs, to: nowMs }, "imported");
  await store.noteSeen({ accountId, region, name: cluster ?? "" }, configuration, nowMs);
  return { file, kind: "configuration", added: configuration.length, known: 0, rejects: [], problem: null };
}

/** Takes the place of the directory file that was imported before. */
async function importDirectory({ store, directory = null }: ImportInto, file: string): Promise<ImportedFile> {
  const none = { file, kind: null, added: 0, known: 0, rejects: [] };
  if (directory !== null)
    return {
      ...none,
      problem: `is not used: Gatebook runs with directory file ${directory}. Change that one`,
    };
  const { entries, findings, problem } = loadDirectoryFile(file);
  if (problem !== null) return { ...none, problem };
  await store.replaceDirectoryFile(entries);
  const rejects = findings.map(({ where, message, remedy }) => ({
    position: Number(where.split(" ")[1]),
    message: `${where} ${message} ${remedy}`,
  }));
  return { ...none, kind: "directory-file", added: entries.length, rejects, problem: null };
}
