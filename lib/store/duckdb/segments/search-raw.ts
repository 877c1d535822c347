import { printRowCursor } from "@/lib/domain/summarize/row-cursor";
import type { RawPage, RawQuery, RawRow } from "@/lib/domain/summarize/raw-search";
import type { Database } from "../database";
import { readCursor } from "../read-cursor";
import { type Row, textOrNull } from "../sql-values";
import { placeOf, toRawText } from "./read-raw";
import type { SegmentFiles } from "./segment-files";

/** Blocks unpacked ahead of the one that is searched. */
const AHEAD = 3;

/** Where a page begins: below this record, in the order newest first. */
type Start = ReturnType<typeof readCursor>;

/**
 * Goes through the raw records of a range, newest first, block by block, until the page is full. Each block's text is
 * searched as a whole; only where the text is found are its records looked at one by one. Throws InvalidQuery for a
 * cursor that cannot be, and the signal's reason once that is aborted.
 */
export function searchRaw(
  database: Database,
  files: SegmentFiles,
  query: RawQuery,
  signal?: AbortSignal,
): Promise<RawPage> {
  return files.whileReading(async () => {
    const start = query.cursor === null ? null : readCursor(query.cursor);
    const blocks = await blocksOf(database, query, start);
    const unpacked = unpackAhead(files, blocks);
    const needle = query.text.toLowerCase();
    const scanned = { records: 0, bytes: 0, unreadable: 0 };
    let found: RawRow[] = [];
    for (const [i, block] of blocks.entries()) {
      signal?.throwIfAborted();
      const content = await unpacked(i);
      count(scanned, block, content);
      if (holds(content, needle))
        found.push(...(await rowsOf(database, query, { block, content, needle, start })));
      found = found.toSorted(newestFirst).slice(0, query.limit + 1);
      if (isFull(found, query.limit, blocks[i + 1]))
        return toPage(query, found.slice(0, query.limit), { ...scanned, complete: false });
    }
    return toPage(query, found, { ...scanned, complete: true });
  });
}

function count(
  scanned: { records: number; bytes: number; unreadable: number },
  block: Row,
  content: Buffer | null,
): void {
  scanned.records += Number(block.records);
  scanned.bytes += content?.length ?? 0;
  if (content === null) scanned.unreadable += Number(block.records);
}

function holds(content: Buffer | null, needle: string): content is Buffer {
  return content?.toString("utf8").toLowerCase().includes(needle) ?? false;
}

/** A page stands once its rows are newer than all that is left to search. */
function isFull(found: readonly RawRow[], limit: number, next: Row | undefined): boolean {
  const last = found[limit - 1];
  if (last === undefined) return false;
  return next === undefined ? found.length > limit : last.timeMs > Number(next.to_ms);
}

function toPage(
  { range }: RawQuery,
  rows: readonly RawRow[],
  scanned: Omit<RawPage["scanned"], "from" | "to">,
): RawPage {
  const last = rows.at(-1);
  const isCut = !scanned.complete && last !== undefined;
  return {
    rows,
    next: isCut ? printRowCursor({ timeMs: last.timeMs, id: last.recordId }) : null,
    scanned: { ...scanned, from: isCut ? last.timeMs : range.from, to: range.to },
  };
}

/** The blocks that may hold records of the range, the one with the newest record first. */
function blocksOf(database: Database, { range, cluster }: RawQuery, start: Start | null): Promise<Row[]> {
  const to = start === null ? range.to : Math.min(range.to, start.time + 1);
  const ofCluster = cluster.length === 0 ? "" : " AND list_contains($cluster, s.cluster)";
  return database.rows(
    `SELECT b.id, b.place AS block_place, b.bytes AS block_bytes, b.records, b.from_ms, b.to_ms, g.name AS segment,
      g.source_id, s.cluster FROM raw_block b JOIN segment g ON g.id = b.segment_id JOIN source s ON s.id = g.source_id
      WHERE b.to_ms >= $from AND b.from_ms < $to${ofCluster} ORDER BY b.to_ms DESC, b.id DESC`,
    { from: range.from, to, ...(cluster.length === 0 ? {} : { cluster }) },
  );
}

/** Gives a block's content, null when it cannot be read; those after it are unpacked meanwhile. */
function unpackAhead(files: SegmentFiles, blocks: readonly Row[]): (i: number) => Promise<Buffer | null> {
  const begun = new Map<number, Promise<Buffer | null>>();
  const begin = (i: number) => {
    const block = blocks[i];
    if (block !== undefined && !begun.has(i))
      begun.set(
        i,
        files.read(placeOf(block)).catch(() => null),
      );
  };
  return async (i) => {
    begun.delete(i - 1);
    for (let next = i; next <= i + AHEAD; next++) begin(next);
    return (await begun.get(i)) ?? null;
  };
}

interface Searched {
  readonly block: Row;
  readonly content: Buffer;
  readonly needle: string;
  readonly start: Start | null;
}

/** The records of a block that hold the text and belong to the page. */
async function rowsOf(
  database: Database,
  { range }: RawQuery,
  { block, content, needle, start }: Searched,
): Promise<RawRow[]> {
  const after = start === null ? "" : " AND (r.time_ms < $time OR (r.time_ms = $time AND r.record_id < $id))";
  const rows = await database.rows(
    `SELECT r.*, t.source_id, t.name AS stream, lower(hex(coalesce(r.sha256_stored, r.sha256))) AS stored_hash
      FROM raw r JOIN stream t ON t.id = r.stream_id WHERE r.block_id = $block
      AND r.time_ms >= $from AND r.time_ms < $to AND r.time_ms BETWEEN $oldest AND $newest${after}`,
    {
      block: Number(block.id),
      ...range,
      oldest: Number(block.from_ms),
      newest: Number(block.to_ms),
      ...start,
    },
  );
  const cluster = textOrNull(block.cluster);
  return rows
    .map((row) => toRawText({ ...row, segment: block.segment }, content))
    .filter(({ text }) => text.toLowerCase().includes(needle))
    .map(({ sourceId, ...row }) => ({ ...row, source: sourceId, cluster }));
}

function newestFirst(a: RawRow, b: RawRow): number {
  return b.timeMs - a.timeMs || (a.recordId < b.recordId ? 1 : -1);
}
