import { type ChosenWay, READING_WAYS } from "@/lib/domain/correlate/lookups/reading-way";
import { type Reader, type Row, textOrNull } from "../sql-values";
import type { Writer } from "../writer";

/** By which way each source is read, as far as that was decided. */
export async function readWays(reader: Reader): Promise<ReadonlyMap<string, ChosenWay>> {
  const rows = await reader.rows("SELECT * FROM reading_way");
  return new Map(
    rows.flatMap((row) => {
      const chosen = toChosenWay(row);
      return chosen === null ? [] : [[String(row.source_id), chosen] as const];
    }),
  );
}

/** null = the row is of a source whose way was not decided. */
export function toChosenWay(row: Row): ChosenWay | null {
  const way = READING_WAYS.find((one) => one === textOrNull(row.way));
  if (way === undefined) return null;
  return {
    way,
    sinceMs: Number(row.since_ms),
    eventsPerH: Number(row.events_per_h),
    sessionsPerH: Number(row.sessions_per_h),
  };
}

export async function keepWay(writer: Writer, sourceId: string, chosen: ChosenWay): Promise<void> {
  const { way, sinceMs, eventsPerH, sessionsPerH } = chosen;
  await writer.run("DELETE FROM reading_way WHERE source_id = $sourceId", { sourceId });
  await writer.run("INSERT INTO reading_way VALUES ($sourceId, $way, $sinceMs, $eventsPerH, $sessionsPerH)", {
    sourceId,
    way,
    sinceMs,
    eventsPerH,
    sessionsPerH,
  });
}
