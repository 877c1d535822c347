import { DOUBLE, INTEGER } from "@duckdb/node-api";
import type { Writer } from "../writer";
import type { WrittenBlocks } from "./open-segment";
import type { PackedBlock } from "./pack-blocks";

/** A record with its block and where it begins in that. */
export interface Placed<T> {
  readonly record: T;
  readonly block: number;
  readonly at: number;
}

/** Names blocks that are on the disk; gives where each record now is. */
export async function writeBlocks<T extends { readonly timeMs: number }>(
  writer: Writer,
  { segmentId, places }: WrittenBlocks,
  packed: readonly PackedBlock<T>[],
): Promise<Placed<T>[]> {
  const count = packed.length;
  const ids = await writer.rows("SELECT nextval('block_ids')::INTEGER AS id FROM range($count)", { count });
  const idOf = (i: number) => Number(ids[i]?.id);
  const times = packed.map(timesOf);
  await writer.append(
    "raw_block",
    [INTEGER, INTEGER, DOUBLE, INTEGER, INTEGER, INTEGER, DOUBLE, DOUBLE],
    [
      packed.map((_, i) => idOf(i)),
      packed.map(() => segmentId),
      places.map(({ at }) => at),
      places.map(({ bytes }) => bytes),
      packed.map(({ bytes }) => bytes.length),
      packed.map(({ records }) => records.length),
      times.map(({ from }) => from),
      times.map(({ to }) => to),
    ],
  );
  return packed.flatMap(({ records }, i) => records.map((one) => ({ ...one, block: idOf(i) })));
}

function timesOf({ records }: PackedBlock<{ readonly timeMs: number }>): { from: number; to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { record } of records) {
    from = Math.min(from, record.timeMs);
    to = Math.max(to, record.timeMs);
  }
  return { from, to };
}
