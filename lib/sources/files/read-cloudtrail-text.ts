import { parseCloudTrailFile } from "@/lib/domain/parse/cloudtrail-file";
import type { Reject } from "@/lib/domain/parse/reject";
import type { SourceRecord } from "@/lib/ports/event-source";

/** The records of a CloudTrail file in any of its forms; `parseCloudTrailFile` says which. */
export function readCloudTrailText(text: string): { records: SourceRecord[]; rejects: readonly Reject[] } {
  const file = parseCloudTrailFile(text);
  const records = file.records.map(({ record, text: own }) => ({
    stream: `${record.recipientAccountId ?? record.identity.accountId ?? "unknown"}/${record.region}`,
    // LookupEvents gives whole seconds: the same event is to stand at the same time from either.
    timeMs: record.eventTimeMs,
    text: own,
    eventId: record.eventId,
  }));
  return { records, rejects: file.rejects };
}
