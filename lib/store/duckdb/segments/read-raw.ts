import { fromStoredId } from "../attempts/attempt-codes";
import { sha256 } from "../records/record-ids";
import { type Params, type Reader, type Row, textOrNull } from "../sql-values";
import type { BlockPlace, SegmentFiles } from "./segment-files";

/** A stored record. */
export interface RawText {
  readonly recordId: string;
  readonly eventId: string | null;
  readonly sourceId: string;
  readonly stream: string;
  readonly timeMs: number;
  /** Empty when it cannot be read. */
  readonly text: string;
  /** What is to be said of the text: cut, or why it cannot be read; null = it is whole. */
  readonly note: string | null;
}

/** Rows of `raw` with all that is needed to read their texts. */
export const RAW_WITH_PLACE = `SELECT r.*, t.source_id, t.name AS stream, b.place AS block_place, b.bytes AS block_bytes,
  g.name AS segment, lower(hex(coalesce(r.sha256_stored, r.sha256))) AS stored_hash
  FROM raw r JOIN stream t ON t.id = r.stream_id JOIN raw_block b ON b.id = r.block_id JOIN segment g ON g.id = b.segment_id`;

/** The texts of some records, checked against their hashes; each block is read once. */
export function readRaw(
  database: Reader,
  files: SegmentFiles,
  where: string,
  params: Params,
): Promise<RawText[]> {
  return files.whileReading(async () => {
    const rows = await database.rows(
      `${RAW_WITH_PLACE} WHERE ${where} ORDER BY r.time_ms, r.record_id`,
      params,
    );
    const blocks = new Map<number, Promise<Buffer | Error>>();
    return Promise.all(
      rows.map(async (row) => {
        const id = Number(row.block_id);
        const block = blocks.get(id) ?? files.read(placeOf(row)).catch((error: Error) => error);
        blocks.set(id, block);
        return toRawText(row, await block);
      }),
    );
  });
}

/** Where the block of such a row stands. */
export function placeOf(row: Row): BlockPlace {
  return { segment: String(row.segment), at: Number(row.block_place), bytes: Number(row.block_bytes) };
}

/** A row of RAW_WITH_PLACE with its text, out of its block. */
export function toRawText(row: Row, block: Buffer | Error): RawText {
  return {
    recordId: fromStoredId(row.record_id),
    eventId: textOrNull(row.event_id),
    sourceId: String(row.source_id),
    stream: String(row.stream),
    timeMs: Number(row.time_ms),
    ...textOf(row, block),
  };
}

function textOf(row: Row, block: Buffer | Error): Pick<RawText, "text" | "note"> {
  if (block instanceof Error) return { text: "", note: whyUnreadable(String(row.segment), block) };
  const bytes = block.subarray(Number(row.place), Number(row.place) + Number(row.length));
  if (sha256(bytes) !== row.stored_hash)
    return { text: "", note: `This record cannot be shown: segment ${String(row.segment)} is damaged.` };
  const whole = row.original_bytes === null ? bytes.length : Number(row.original_bytes);
  const note = whole > bytes.length ? `Cut: the first ${bytes.length} of ${whole} bytes are kept.` : null;
  return { text: bytes.toString("utf8"), note };
}

function whyUnreadable(segment: string, error: NodeJS.ErrnoException): string {
  const state = error.code === "ENOENT" ? "missing" : `damaged (${error.code ?? error.message})`;
  return `This record cannot be shown: segment ${segment} is ${state}.`;
}
