import {
  SOURCE_KINDS,
  type SourceProblem,
  type StoredCoverage,
} from "@/lib/domain/summarize/coverage/coverage-report";
import { type CoverageByAge, readAt, SETTLED_AGE_MS } from "@/lib/domain/time/coverage-by-age";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { SourceDescriptor } from "@/lib/ports/event-source";
import type { Checkpoint, SourceStanding } from "@/lib/ports/reading-store";
import { readCoverageByAge, toCoverageByAge } from "./coverage-table";
import type { Database } from "../database";
import { toChosenWay } from "../lookups/reading-ways";
import { type Row, textOrNull } from "../sql-values";
import type { Writer } from "../writer";

/** The name a source's cluster was shown by so far; null = none, or the source is new. */
export async function findClusterOf(writer: Writer, sourceId: string): Promise<string | null> {
  const [row] = await writer.rows("SELECT cluster FROM source WHERE id = $sourceId", { sourceId });
  return textOrNull(row?.cluster);
}

/**
 * Makes a source known or brings its description up to date; what was read of it stays. One that failed stays so until
 * a page of it is read. What is asked follows the look-back as it is now; files add to it.
 */
export async function openSource(
  writer: Writer,
  descriptor: SourceDescriptor,
  asked: TimeRange,
  state: StoredCoverage["state"],
): Promise<SourceStanding> {
  const { id, label } = descriptor;
  await makeSourceKnown(writer, descriptor, asked, state);
  await writer.run(
    `UPDATE source SET label = $label,
      asked_from = CASE WHEN $state = 'imported' THEN least(asked_from, $from) ELSE $from END,
      asked_to = CASE WHEN $state = 'imported' THEN greatest(asked_to, $to) ELSE $to END,
      state = CASE WHEN state = 'failed' THEN state ELSE $state END WHERE id = $id`,
    { id, label, state, from: asked.from, to: asked.to },
  );
  const [row] = await writer.rows("SELECT checkpoint, problem, state FROM source WHERE id = $id", { id });
  return {
    read: await readCoverageByAge(writer, id),
    checkpoint: toCheckpoint(textOrNull(row?.checkpoint)),
    notice: row?.state === "failed" ? null : toProblem(textOrNull(row?.problem)),
  };
}

/** Makes a source known that is not; one that is stays as it is. */
export async function makeSourceKnown(
  writer: Writer,
  { id, kind, label, cluster, accountId, region, group }: SourceDescriptor,
  asked: TimeRange,
  state: StoredCoverage["state"],
): Promise<void> {
  await writer.run(
    `INSERT INTO source SELECT $id, $kind, $label, $cluster, $accountId, $region, $group, $state, NULL, $from, $to,
      NULL, 0, 0, NULL, NULL, 0 WHERE NOT EXISTS (SELECT 1 FROM source WHERE id = $id)`,
    { id, kind, label, cluster, accountId, region, group, state, from: asked.from, to: asked.to },
  );
}

function toProblem(text: string | null): SourceProblem | null {
  return text === null ? null : (JSON.parse(text) as SourceProblem);
}

/** Those of older versions do not say when their reading began: at the end of their range, then. */
function toCheckpoint(text: string | null): Checkpoint | null {
  if (text === null) return null;
  const checkpoint = JSON.parse(text) as Checkpoint;
  return { ...checkpoint, startedMs: checkpoint.startedMs ?? checkpoint.range.to };
}

export async function setSourceState(
  writer: Writer,
  id: string,
  state: StoredCoverage["state"],
  problem: SourceProblem | null,
): Promise<void> {
  await writer.run("UPDATE source SET state = $state, problem = $problem WHERE id = $id", {
    id,
    state,
    problem: problem === null ? null : JSON.stringify(problem),
  });
}

/** Every source with what was read of it. */
export async function readCoverage(database: Database): Promise<StoredCoverage[]> {
  const [sources, ranges] = await Promise.all([
    database.rows(
      `SELECT s.*, w.way, w.since_ms, w.events_per_h, w.sessions_per_h FROM source s
        LEFT JOIN reading_way w ON w.source_id = s.id ORDER BY s.kind, s.id`,
    ),
    database.rows("SELECT * FROM coverage ORDER BY source_id, from_ms"),
  ]);
  return sources.map((row) =>
    toCoverage(row, toCoverageByAge(ranges.filter((one) => one.source_id === row.id))),
  );
}

function toCoverage(row: Row, coverage: CoverageByAge): StoredCoverage {
  const read = readAt(coverage, 0);
  const asked = { from: Number(row.asked_from), to: Number(row.asked_to) };
  return {
    id: String(row.id),
    kind: SOURCE_KINDS.find((kind) => kind === row.kind) ?? "authenticator-log",
    label: String(row.label),
    cluster: textOrNull(row.cluster),
    accountId: textOrNull(row.account_id),
    region: String(row.region),
    state: String(row.state) as StoredCoverage["state"],
    problem: toProblem(textOrNull(row.problem)),
    asked,
    read,
    settledToMs: readAt(coverage, SETTLED_AGE_MS).at(-1)?.to ?? null,
    progress: shareRead(asked, read),
    records: Number(row.records),
    rejects: Number(row.rejects),
    late: Number(row.late),
    newestMs: row.newest_ms === null ? null : Number(row.newest_ms),
    lastReadMs: row.last_read_ms === null ? null : Number(row.last_read_ms),
    way: toChosenWay(row),
  };
}

function shareRead(asked: TimeRange, read: readonly TimeRange[]): number {
  const length = asked.to - asked.from;
  const within = read.map(({ from, to }) => Math.max(0, Math.min(to, asked.to) - Math.max(from, asked.from)));
  return length <= 0 ? 1 : Math.min(1, within.reduce((sum, part) => sum + part, 0) / length);
}
