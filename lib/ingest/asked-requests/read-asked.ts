import { toKubeRequest } from "@/lib/domain/correlate/kube-request";
import { readAuditEvent } from "@/lib/domain/parse/audit-event";
import { maskTokens } from "@/lib/domain/redact/mask-tokens";
import type { AskedRequest } from "@/lib/domain/summarize/requests/asked-requests";
import type { SourceRecord } from "@/lib/ports/event-source";

const AT_ONCE = 500;
/** Arguments of a command stand in a path, and agents say what they like. */
const LONGEST = 1_000;

/** The requests that a page of the audit log tells of, letting others run in between. What cannot be read is left out. */
export async function readAsked(records: readonly SourceRecord[]): Promise<AskedRequest[]> {
  const read: AskedRequest[] = [];
  for (let from = 0; from < records.length; from += AT_ONCE) {
    for (const record of records.slice(from, from + AT_ONCE)) {
      const request = readOne(record);
      if (request !== null) read.push(request);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return read;
}

function readOne({ text, timeMs, eventId, stream }: SourceRecord): AskedRequest | null {
  const reading = readAuditEvent(text);
  const request = reading.ok ? toKubeRequest(reading.event) : null;
  if (request === null) return null;
  const { uri, userAgent, auditId } = request;
  const id = eventId ?? `${stream}/${timeMs}/${auditId}`;
  return { ...request, uri: cut(uri), userAgent: cut(userAgent), id, recordMs: timeMs };
}

function cut(text: string | null): string | null {
  return text === null ? null : maskTokens(text).slice(0, LONGEST);
}
