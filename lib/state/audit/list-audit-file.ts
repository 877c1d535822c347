import { type AuditListQuery, type AuditPage, fitsAudit } from "@/lib/domain/summarize/audit/audit-filter";
import type { AuditRow } from "@/lib/domain/summarize/audit/audit-row";
import { parseRow } from "./parse-row";
import { readAuditLines } from "./read-audit-lines";

/**
 * Rows that fit, newest first. May run beside the engine that writes. A line that is not ours is left out: the check names
 * it. Throws as the file system does.
 */
export async function listAuditFile(path: string, query: AuditListQuery): Promise<AuditPage> {
  const { filter, before, limit } = query;
  const kept: AuditRow[] = [];
  let more = false;
  for await (const { bytes, whole } of readAuditLines(path)) {
    const row = whole ? parseRow(bytes)?.row : undefined;
    if (row === undefined || (before !== null && row.seq >= before) || !fitsAudit(filter, row)) continue;
    kept.push(row);
    if (kept.length <= limit) continue;
    kept.shift();
    more = true;
  }
  const rows = kept.reverse();
  return { rows, next: more ? (rows.at(-1)?.seq ?? null) : null };
}
