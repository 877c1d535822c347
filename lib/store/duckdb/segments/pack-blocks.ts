const LARGEST_BLOCK = 262_144;

/** What stands at a place of a segment: records of one source and day, compressed together. */
export interface PackedBlock<T> {
  /** The records' bytes, each followed by a line feed, so that `zcat` shows lines. */
  readonly bytes: Buffer;
  readonly records: readonly { readonly record: T; readonly at: number }[];
}

/** Packs records into blocks of at most 256 KiB, in their order; a longer record has a block of its own. */
export function packBlocks<T extends { readonly bytes: Buffer }>(records: readonly T[]): PackedBlock<T>[] {
  const blocks: PackedBlock<T>[] = [];
  let parts: Buffer[] = [];
  let placed: { record: T; at: number }[] = [];
  let size = 0;
  const close = () => {
    if (placed.length > 0) blocks.push({ bytes: Buffer.concat(parts), records: placed });
    [parts, placed, size] = [[], [], 0];
  };
  for (const record of records) {
    const length = record.bytes.length + LINE_FEED.length;
    if (size + length > LARGEST_BLOCK) close();
    placed.push({ record, at: size });
    parts.push(record.bytes, LINE_FEED);
    size += length;
  }
  close();
  return blocks;
}

const LINE_FEED = Buffer.from("\n");
