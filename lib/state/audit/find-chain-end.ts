import { readHead } from "./chain-head";
import { parseRow } from "./parse-row";
import { readAuditLines } from "./read-audit-lines";
import { type ChainEnd, NO_HASH } from "./seal-row";

/** `size`: bytes of whole lines; `halfLine`: bytes after them that were never acknowledged. */
export interface FoundChain {
  readonly end: ChainEnd;
  readonly size: number;
  readonly halfLine: number;
}

/**
 * Where a log that is opened goes on. What was written last counts, even where lines of it are gone: the next line then
 * does not follow what is there, so a check names the place for ever.
 */
export async function findChainEnd(path: string): Promise<FoundChain> {
  const head = await readHead(path);
  let end: ChainEnd = { seq: 0, hash: NO_HASH };
  let size = 0;
  let halfLine = 0;
  for await (const { bytes, whole, endByte } of readAuditLines(path)) {
    if (!whole) {
      halfLine = bytes.length;
      break;
    }
    size = endByte;
    const row = parseRow(bytes)?.row;
    if (row !== undefined) end = { seq: row.seq, hash: row.hash };
  }
  return { end: head !== null && head.seq >= end.seq ? head : end, size, halfLine };
}
