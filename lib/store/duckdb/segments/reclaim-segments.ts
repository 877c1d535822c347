import type { Database } from "../database";
import type { SegmentFiles } from "./segment-files";

/** Removes what a crash left behind in the segments: bytes that no committed row names. */
export async function reclaimSegments(database: Database, files: SegmentFiles): Promise<void> {
  const rows = await database.rows("SELECT name, bytes FROM segment");
  await files.reclaim(new Map(rows.map((row) => [String(row.name), Number(row.bytes)])));
}
