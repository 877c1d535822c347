import type { Writer } from "../writer";
import type { BlockPlace, SegmentFiles } from "./segment-files";
import { segmentName } from "./segment-name";

/** A longer segment is followed by another of the same source and day. */
const LARGEST_SEGMENT = 67_108_864;

/** Records of one source and day are stored together. */
export interface SegmentKey {
  readonly sourceId: string;
  readonly dayMs: number;
}

export interface WrittenBlocks {
  readonly segmentId: number;
  readonly places: readonly BlockPlace[];
}

/** Appends blocks to the newest segment of a source and day, or begins one; the disk has them when it returns. */
export async function appendBlocks(
  writer: Writer,
  files: SegmentFiles,
  key: SegmentKey,
  blocks: readonly Buffer[],
): Promise<WrittenBlocks> {
  const [row] = await writer.rows(
    `SELECT id, name, bytes FROM segment WHERE source_id = $sourceId AND day_ms = $dayMs AND bytes < $largest
      ORDER BY id DESC LIMIT 1`,
    { ...key, largest: LARGEST_SEGMENT },
  );
  if (row !== undefined) {
    const segmentId = Number(row.id);
    const places = await files.append(String(row.name), Number(row.bytes), blocks);
    if (places !== null) {
      await writer.run("UPDATE segment SET bytes = $bytes WHERE id = $segmentId", {
        segmentId,
        bytes: endOf(places),
      });
      return { segmentId, places };
    }
  }
  return beginSegment(writer, files, key, blocks);
}

/** Writes blocks to a new segment. */
export async function beginSegment(
  writer: Writer,
  files: SegmentFiles,
  { sourceId, dayMs }: SegmentKey,
  blocks: readonly Buffer[],
): Promise<WrittenBlocks> {
  const [next] = await writer.rows("SELECT nextval('segment_ids')::INTEGER AS id");
  const segmentId = Number(next?.id);
  const name = segmentName(sourceId, dayMs, segmentId);
  const places = (await files.append(name, 0, blocks)) ?? [];
  await writer.run("INSERT INTO segment VALUES ($segmentId, $sourceId, $dayMs, $name, $bytes)", {
    segmentId,
    sourceId,
    dayMs,
    name,
    bytes: endOf(places),
  });
  return { segmentId, places };
}

function endOf(places: readonly BlockPlace[]): number {
  const last = places.at(-1);
  return last === undefined ? 0 : last.at + last.bytes;
}
