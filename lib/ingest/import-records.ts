import type { SourceDescriptor, SourceRecord } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { readRecords } from "./read-records";

const PAGE = 5_000;

export interface ImportSummary {
  /** Records not stored before. */
  readonly added: number;
  readonly known: number;
}

/** Stores records that were read from a file. Their attempts are still to be derived: once, after the last file. */
export async function importRecords(
  store: EventStore,
  descriptor: SourceDescriptor,
  records: readonly SourceRecord[],
  nowMs: number,
): Promise<ImportSummary> {
  const times = records.map(({ timeMs }) => timeMs);
  const asked = { from: times.reduce(min, nowMs), to: times.reduce(max, 0) + 1 };
  await store.openSource(descriptor, asked, "imported");
  let added = 0;
  for (let from = 0; from < records.length; from += PAGE) {
    const page = await readRecords(descriptor.kind, records.slice(from, from + PAGE));
    const isLast = from + PAGE >= records.length;
    const complete = isLast ? asked : null;
    added += await store.appendPage({
      sourceId: descriptor.id,
      records: page,
      complete,
      startedMs: nowMs,
      checkpoint: null,
      notice: null,
      readAtMs: nowMs,
    });
  }
  return { added, known: records.length - added };
}

const min = (a: number, b: number) => Math.min(a, b);
const max = (a: number, b: number) => Math.max(a, b);
