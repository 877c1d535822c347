import { parseAuthenticatorLine } from "@/lib/domain/parse/authenticator-line";
import type { SourceDescriptor, SourceRecord } from "@/lib/ports/event-source";
import type { PageToStore } from "@/lib/ports/reading-store";

/** A page overlaps with the one before it, as each poll does. */
export const RECORDS_OF_PAGE = 60;
export const PAGE_STEP = 50;

export const COUNTED_SOURCE: SourceDescriptor = {
  id: "authenticator-log/111122223333/eu-west-1/prod",
  kind: "authenticator-log",
  label: "prod · authenticator log",
  cluster: "prod",
  accountId: "111122223333",
  region: "eu-west-1",
  group: "/aws/eks/prod/cluster",
};

export const COUNTED_START = Date.UTC(2026, 0, 2, 23);

/** The n-th record of an endless log: 50 a minute, each other than all others. */
export function countedRecord(n: number): SourceRecord {
  const timeMs = COUNTED_START + n * 1_200;
  const time = new Date(timeMs).toISOString().slice(0, 19);
  const text = `time="${time}Z" level=warning msg="access denied" client="127.0.0.1:${n}" error="ARN is not mapped: ${n}" method=POST path=/authenticate`;
  return { stream: `stream-${n % 3}`, timeMs, text, eventId: n % 5 === 0 ? null : `event-${n}` };
}

/** `count` records from the n-th on, as a page; the cursor after it is the number of the next record. */
export function countedPage(from: number, count: number): PageToStore {
  const records = Array.from({ length: count }, (_, i) => {
    const source = countedRecord(from + i);
    return { source, kind: "line" as const, parsed: parseAuthenticatorLine(source.text) };
  });
  const checkpoint = { range: { from: 0, to: 1 }, cursor: String(from + count), startedMs: 0 };
  const about = { complete: null, notice: null, startedMs: 0, readAtMs: 0 };
  return { sourceId: COUNTED_SOURCE.id, records, checkpoint, ...about };
}
