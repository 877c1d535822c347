import { keyOfUse } from "@/lib/domain/correlate/use-attempts";
import type { ReadRecord } from "@/lib/ports/event-store";

/**
 * Of uses that lead to one attempt only the first is kept: an audit log has thousands for each (DESIGN §3, kube_use).
 * What could not be read stays.
 */
export function foldUses(records: readonly ReadRecord[]): ReadRecord[] {
  const first = new Map<string, ReadRecord>();
  const unread: ReadRecord[] = [];
  for (const record of records) {
    if (record.kind !== "use" || record.parsed === null) {
      unread.push(record);
      continue;
    }
    const key = keyOfUse(record.parsed, record.source.timeMs);
    const known = first.get(key);
    if (known === undefined || record.source.timeMs < known.source.timeMs) first.set(key, record);
  }
  return [...first.values(), ...unread];
}
