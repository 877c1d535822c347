import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { DAY_MS } from "@/lib/domain/time/durations";
import { createIngest } from "@/lib/ingest/create-ingest";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventSource } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import type { Investigations } from "@/lib/ports/investigations";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createVirtualClock } from "./virtual-clock";

/** A store, and the ingest over it at one instant. */
export interface IngestScene {
  readonly store: EventStore;
  /** All attempts there are. */
  readonly all: ReturnType<typeof allUntil>;
  /** Reads the sources once, back to 14 days or so many milliseconds, and gives what can be asked then. */
  read(sources: readonly EventSource[], lookbackMs?: number): Promise<Investigations>;
  search(limit?: number, cursor?: string | null): ReturnType<EventStore["search"]>;
  close(): Promise<void>;
}

export async function openIngestScene(nowMs: number): Promise<IngestScene> {
  const folder = await mkdtemp(join(tmpdir(), "gatebook-ingest-"));
  const store = await openEventStore({ path: join(folder, "events.duckdb"), threads: 1 });
  const all = allUntil(nowMs + DAY_MS);
  return {
    store,
    all,
    async read(sources, lookbackMs = 14 * DAY_MS) {
      const clock = createVirtualClock(nowMs);
      const failures: unknown[] = [];
      const onFailure = (error: unknown) => failures.push(error);
      const ingest = createIngest({ store, sources, clock, lookbackMs, onFailure });
      ingest.start();
      await ingest.caughtUp();
      await ingest.stop();
      if (failures.length > 0) throw failures[0];
      return createInvestigations({ store, clock, about: { version: "0", sample: false, startedMs: nowMs } });
    },
    search: (limit = 100, cursor = null) => store.search({ filter: all, cursor, limit }),
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

function allUntil(to: number) {
  return { range: { from: 0, to }, ...NO_FACETS, text: "", noise: "show" } as const;
}
