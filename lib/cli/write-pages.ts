import { type TextSink, writeAll } from "./command-io";

const PAGE = 500;

interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** Writes row after row, as many as asked for; the next page is asked for once a slow reader has taken the last. */
export async function writePages<T>(
  sink: TextSink,
  most: number,
  ask: (start: { cursor: string | null; limit: number }) => Promise<Page<T>>,
  print: (row: T) => string,
): Promise<void> {
  let left = most;
  let cursor: string | null = null;
  do {
    const page = await ask({ cursor, limit: Math.min(PAGE, left) });
    await writeAll(sink, page.rows.map(print).join(""));
    left -= page.rows.length;
    cursor = page.next;
  } while (cursor !== null && left > 0);
}
