import type { Confidence } from "../attempt";
import type { Call } from "./candidates";
import type { Hop, HopNote } from "./chain";
import type { HopEvent } from "./hop-event";
import { isIncomplete } from "./incomplete-caller";

/** One call as a hop; several that fit equally well stand in one, and none of them is chosen. */
export function toHop(calls: readonly Call[], confidence: Confidence): Hop {
  const [{ event, twins, copiesDiffer }] = calls as readonly [Call];
  const isOnly = calls.length === 1;
  const notes: HopNote[] = [];
  if (!isOnly) notes.push("several-fit");
  if (copiesDiffer) notes.push("copies-differ");
  if (event.by.type === "AWSAccount") notes.push("callers-account-unread");
  if (isIncomplete(event.by)) notes.push("caller-incomplete");
  if (event.by.accessKeyId !== null && event.by.accessKeyId === event.issued?.accessKeyId)
    notes.push("self-issued");
  return {
    kind: event.kind,
    eventId: isOnly ? event.eventId : null,
    recordId: isOnly ? event.recordId : null,
    confidence,
    twins: isOnly ? twins : [],
    alternatives: isOnly ? [] : calls.map((call) => call.event.eventId).sort(),
    timeMs: event.timeMs,
    region: event.region,
    accountId: event.accountId,
    stream: event.stream,
    by: callerOf(event),
    issued: event.issued,
    sourceIdentity: sourceIdentityOf(event),
    sourceIp: event.sourceIp,
    userAgent: event.userAgent,
    notes,
  };
}

/** Set when the first role was taken, and kept by those after it. */
export function sourceIdentityOf({ details, by }: HopEvent): string | null {
  return details.sourceIdentity ?? by.sourceIdentity;
}

function callerOf({ by, details }: HopEvent): string | null {
  return by.arn ?? by.service ?? details.subject ?? by.userName ?? by.principalId ?? by.userId;
}
