import type { SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import { addReading, type CoverageByAge } from "@/lib/domain/time/coverage-by-age";
import type { Checkpoint, PageToStore, ReadingStore } from "@/lib/ports/reading-store";

/** What reading needs of a store, kept in memory, for one source: a page is stored whole or not at all. */
export interface MemoryEventStore extends ReadingStore {
  /** AWS's ids of the records stored, each once. */
  readonly ids: ReadonlySet<string>;
  readonly coverage: CoverageByAge;
  readonly state: SourceCoverage["state"] | null;
}

export function createMemoryEventStore(): MemoryEventStore {
  const ids = new Set<string>();
  let coverage: CoverageByAge = new Map();
  let checkpoint: Checkpoint | null = null;
  let state: SourceCoverage["state"] | null = null;
  return {
    ids,
    get coverage() {
      return coverage;
    },
    get state() {
      return state;
    },
    openSource: async () => ({ read: coverage, checkpoint, notice: null }),
    async appendPage(page: PageToStore) {
      const before = ids.size;
      for (const { source } of page.records) ids.add(source.eventId ?? source.text);
      if (page.complete !== null) coverage = addReading(coverage, page.complete, page.startedMs);
      checkpoint = page.checkpoint;
      return ids.size - before;
    },
    async setSourceState(_id, next) {
      state = next;
    },
    staleHours: async () => [],
    staleStretches: async () => [],
    deriveStretch: async () => undefined,
    staleSessions: async () => [],
    writeOrigins: async () => undefined,
    findHops: async () => new Map(),
    clusterRegions: async () => new Map(),
  };
}
