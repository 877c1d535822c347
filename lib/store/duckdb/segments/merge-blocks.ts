import { INTEGER, UHUGEINT } from "@duckdb/node-api";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Database } from "../database";
import type { Row } from "../sql-values";
import type { Writer } from "../writer";
import { beginSegment, type SegmentKey } from "./open-segment";
import { packBlocks } from "./pack-blocks";
import type { SegmentFiles } from "./segment-files";
import { type Placed, writeBlocks } from "./write-blocks";

/** A poll writes what came since the last one: many such blocks are worth merging, a few are not. */
const SMALL_BLOCK = 65_536;
const FEWEST = 8;
/** Of one merging; the writing of new records waits so long. */
const MOST_BYTES = 8_388_608;
const MOST_BLOCKS = 2_000;

interface Moved {
  readonly recordId: bigint;
  readonly timeMs: number;
  readonly bytes: Buffer;
}

/**
 * Merges the small blocks of days before `beforeMs` into full ones, a source and day at a time; each merging is one
 * transaction, and a segment left without blocks is removed after it. Gives how many mergings there were.
 */
export async function mergeBlocks(
  database: Database,
  files: SegmentFiles,
  beforeMs: number,
): Promise<number> {
  const before = Math.floor(beforeMs / DAY_MS) * DAY_MS;
  const days = await database.rows(
    `SELECT g.source_id, g.day_ms FROM raw_block b JOIN segment g ON g.id = b.segment_id
      WHERE g.day_ms < $before AND b.content_bytes < ${SMALL_BLOCK}
      GROUP BY ALL HAVING count(*) >= ${FEWEST} ORDER BY g.day_ms DESC`,
    { before },
  );
  let merged = 0;
  for (const { source_id, day_ms } of days) {
    const key = { sourceId: String(source_id), dayMs: Number(day_ms) };
    for (;;) {
      const removed = await database.transaction((writer) => mergeOnce(writer, files, key));
      if (removed === null) break;
      await files.remove(removed);
      merged++;
    }
  }
  return merged;
}

/** Gives the segments that nothing names any more; null = there was too little to merge. */
async function mergeOnce(writer: Writer, files: SegmentFiles, key: SegmentKey): Promise<string[] | null> {
  const contents = await readBlocks(files, await smallBlocks(writer, key));
  if (contents.size < FEWEST) return null;
  const ids = [...contents.keys()].join(", ");
  const day = { from: key.dayMs, to: key.dayMs + DAY_MS };
  const rows = await writer.rows(
    `SELECT record_id, time_ms, block_id, place, length FROM raw WHERE block_id IN (${ids})
      AND time_ms >= $from AND time_ms < $to ORDER BY time_ms, record_id`,
    day,
  );
  const packed = packBlocks(rows.map((row) => toRecord(row, contents)));
  const written = await beginSegment(
    writer,
    files,
    key,
    packed.map(({ bytes }) => bytes),
  );
  await moveRecords(writer, day, await writeBlocks(writer, written, packed));
  await writer.run(`DELETE FROM raw_block WHERE id IN (${ids})`);
  return forgetEmpty(writer, key);
}

function smallBlocks(writer: Writer, key: SegmentKey): Promise<Row[]> {
  return writer.rows(
    `SELECT id, place, bytes, name FROM (
      SELECT b.*, g.name, sum(b.content_bytes) OVER (ORDER BY b.from_ms, b.id) AS so_far
      FROM raw_block b JOIN segment g ON g.id = b.segment_id
      WHERE g.source_id = $sourceId AND g.day_ms = $dayMs AND b.content_bytes < ${SMALL_BLOCK}
    ) WHERE so_far <= ${MOST_BYTES} ORDER BY so_far LIMIT ${MOST_BLOCKS}`,
    { ...key },
  );
}

/** Block id → content; what cannot be read stays where it is. */
async function readBlocks(files: SegmentFiles, blocks: readonly Row[]): Promise<Map<number, Buffer>> {
  const contents = new Map<number, Buffer>();
  for (const { id, name, place, bytes } of blocks) {
    const at = { segment: String(name), at: Number(place), bytes: Number(bytes) };
    const content = await files.read(at).catch(() => null);
    if (content !== null) contents.set(Number(id), content);
  }
  return contents;
}

function toRecord(row: Row, contents: ReadonlyMap<number, Buffer>): Moved {
  const start = Number(row.place);
  const content = contents.get(Number(row.block_id)) ?? Buffer.alloc(0);
  const bytes = content.subarray(start, start + Number(row.length));
  return { recordId: row.record_id as bigint, timeMs: Number(row.time_ms), bytes };
}

async function moveRecords(
  writer: Writer,
  { from, to }: TimeRange,
  placed: readonly Placed<Moved>[],
): Promise<void> {
  await writer.run(
    "CREATE TEMP TABLE IF NOT EXISTS moved (record_id UHUGEINT, block_id INTEGER, place INTEGER)",
  );
  await writer.append(
    "moved",
    [UHUGEINT, INTEGER, INTEGER],
    [
      placed.map(({ record }) => record.recordId),
      placed.map(({ block }) => block),
      placed.map(({ at }) => at),
    ],
  );
  await writer.run(
    `UPDATE raw SET block_id = moved.block_id, place = moved.place FROM moved
      WHERE raw.record_id = moved.record_id AND raw.time_ms >= $from AND raw.time_ms < $to`,
    { from, to },
  );
  await writer.run("DROP TABLE moved");
}

async function forgetEmpty(writer: Writer, key: SegmentKey): Promise<string[]> {
  const empty = "source_id = $sourceId AND day_ms = $dayMs AND id NOT IN (SELECT segment_id FROM raw_block)";
  const removed = await writer.rows(`SELECT name FROM segment WHERE ${empty}`, { ...key });
  await writer.run(`DELETE FROM segment WHERE ${empty}`, { ...key });
  return removed.map(({ name }) => String(name));
}
