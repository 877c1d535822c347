import { mergeRanges } from "@/lib/domain/time/merge-ranges";
import type { PageToStore, ReadRecord } from "@/lib/ports/event-store";
import type { Writer } from "./database";
import type { Identified } from "./new-records";

/** How far the source is: coverage, checkpoint, counts. */
export async function writeStanding(
  writer: Writer,
  page: PageToStore,
  fresh: readonly Identified[],
): Promise<void> {
  if (page.complete !== null) await addCoverage(writer, page.sourceId, page.complete);
  const rejects = fresh.filter(({ record }) => isReject(record)).length;
  const newest = fresh.reduce<number | null>(
    (max, { record }) => Math.max(max ?? 0, record.source.timeMs),
    null,
  );
  await writer.run(
    `UPDATE source SET checkpoint = $checkpoint, records = records + $added, rejects = rejects + $rejects,
      newest_ms = greatest(newest_ms, $newest), last_read_ms = $readAt, problem = NULL,
      state = CASE WHEN state = 'failed' THEN 'reading' ELSE state END WHERE id = $id`,
    {
      id: page.sourceId,
      checkpoint: page.checkpoint === null ? null : JSON.stringify(page.checkpoint),
      added: fresh.length,
      rejects,
      newest,
      readAt: page.readAtMs,
    },
  );
}

function isReject(record: ReadRecord): boolean {
  return record.kind === "line" ? record.parsed.kind === "text" : record.parsed === null;
}

async function addCoverage(writer: Writer, id: string, range: { from: number; to: number }): Promise<void> {
  const rows = await writer.rows("SELECT from_ms, to_ms FROM coverage WHERE source_id = $id", { id });
  const known = rows.map((row) => ({ from: Number(row.from_ms), to: Number(row.to_ms) }));
  await writer.run("DELETE FROM coverage WHERE source_id = $id", { id });
  for (const { from, to } of mergeRanges([...known, range])) {
    await writer.run("INSERT INTO coverage VALUES ($id, $from, $to)", { id, from, to });
  }
}
