import { type CoverageByAge, readAt, SETTLED_AGE_MS } from "@/lib/domain/time/coverage-by-age";
import type { PageToStore, ReadRecord } from "@/lib/ports/reading-store";
import { readCoverageByAge, writeReading } from "./coverage-table";
import type { Identified } from "../records/new-records";
import type { Writer } from "../writer";

/** How far the source is: coverage, checkpoint, counts. */
export async function writeStanding(
  writer: Writer,
  page: PageToStore,
  fresh: readonly Identified[],
): Promise<void> {
  const known = await readCoverageByAge(writer, page.sourceId);
  const { complete: range, startedMs, stillFails = false } = page;
  if (range !== null) await writeReading(writer, page.sourceId, known, { range, startedMs });
  await writer.run(
    `UPDATE source SET checkpoint = $checkpoint, records = records + $added, rejects = rejects + $rejects,
      late = late + $late, newest_ms = greatest(newest_ms, $newest), last_read_ms = $readAt, problem = $notice,
      state = CASE WHEN state = 'failed' AND $stillFails = 0 THEN 'reading' ELSE state END WHERE id = $id`,
    {
      id: page.sourceId,
      checkpoint: toJson(page.checkpoint),
      added: fresh.length,
      rejects: fresh.filter(({ record }) => isReject(record)).length,
      late: countLate(fresh, known),
      newest: newestOf(fresh),
      readAt: page.readAtMs,
      notice: toJson(page.notice),
      stillFails: Number(stillFails),
    },
  );
}

function newestOf(fresh: readonly Identified[]): number | null {
  return fresh.reduce<number | null>((max, { record }) => Math.max(max ?? 0, record.source.timeMs), null);
}

/** New records of a time that was thought to be settled. */
function countLate(fresh: readonly Identified[], known: CoverageByAge): number {
  const settled = readAt(known, SETTLED_AGE_MS);
  const isSettled = (timeMs: number) => settled.some(({ from, to }) => timeMs >= from && timeMs < to);
  return fresh.filter(({ record }) => isSettled(record.source.timeMs)).length;
}

function toJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function isReject(record: ReadRecord): boolean {
  return record.kind === "line" ? record.parsed.kind === "text" : record.parsed === null;
}
