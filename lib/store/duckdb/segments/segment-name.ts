import { createHash } from "node:crypto";
import { formatDate } from "@/lib/domain/time/format-time";

const LONGEST_SLUG = 60;

/**
 * The file of a segment, below the folder of raw records: `<source>-<hash>/<day>.<number>.log.gz`. A source's id holds
 * names that others chose: only a-z, 0-9 and dashes of it are used, and the hash tells two sources apart.
 */
export function segmentName(sourceId: string, dayMs: number, number: number): string {
  const slug = sourceId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_SLUG);
  const hash = createHash("sha256").update(sourceId, "utf8").digest("hex").slice(0, 12);
  return `${slug}-${hash}/${formatDate(dayMs)}.${number}.log.gz`;
}
