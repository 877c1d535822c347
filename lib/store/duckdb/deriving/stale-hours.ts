import { touchedBy } from "@/lib/domain/correlate/correlation-reach";
import { toStsCandidate } from "@/lib/domain/correlate/sts-candidate";
import { HOUR_MS } from "@/lib/domain/time/durations";
import type { ReadRecord } from "@/lib/ports/reading-store";
import type { Identified } from "../records/new-records";
import type { Writer } from "../writer";

/** Every hour that a new record can change is to be derived anew. */
export async function markStale(writer: Writer, fresh: readonly Identified[]): Promise<void> {
  const hours = new Set<number>();
  for (const { record } of fresh) {
    if (!takesPart(record)) continue;
    const { from, to } = touchedBy({ from: record.source.timeMs, to: record.source.timeMs });
    for (let hour = Math.floor(from / HOUR_MS); hour <= Math.floor(to / HOUR_MS); hour++)
      hours.add(hour * HOUR_MS);
  }
  if (hours.size === 0) return;
  await writer.run("INSERT INTO stale_hour SELECT unnest($hours) EXCEPT SELECT hour_ms FROM stale_hour", {
    hours: [...hours],
  });
}

function takesPart(record: ReadRecord): boolean {
  if (record.kind === "line") return record.parsed.kind === "line" && record.parsed.event.type !== "other";
  if (record.kind === "audit") return record.parsed?.use != null;
  return record.parsed !== null && toStsCandidate(record.parsed, { recordId: "", stream: "" }) !== null;
}
