import { keyOfUse } from "@/lib/domain/correlate/use-attempts";
import type { AuditFacts, ReadRecord } from "@/lib/ports/reading-store";

type AuditRecord = Extract<ReadRecord, { kind: "audit" }>;

/**
 * Of uses that lead to one attempt only the first is kept: an audit log has thousands for each. Requests that are kept
 * and what could not be read stay.
 */
export function foldUses(records: readonly ReadRecord[]): ReadRecord[] {
  const first = new Map<string, AuditRecord>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === null || record.kind !== "audit") continue;
    const known = first.get(key);
    if (known === undefined || record.source.timeMs < known.source.timeMs) first.set(key, record);
  }
  return records.flatMap((record) => {
    const key = keyOf(record);
    if (key === null || first.get(key) === record) return [record];
    return withoutUse(record);
  });
}

function keyOf(record: ReadRecord): string | null {
  const use = record.kind === "audit" ? (record.parsed?.use ?? null) : null;
  return use === null ? null : keyOfUse(use, record.source.timeMs);
}

function withoutUse(record: ReadRecord): ReadRecord[] {
  const facts: AuditFacts | null = record.kind === "audit" ? record.parsed : null;
  if (facts === null || record.kind !== "audit") return [];
  if (facts.request === null && record.marks === undefined) return [];
  return [{ ...record, parsed: { ...facts, use: null } }];
}
