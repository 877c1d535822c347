import { attemptSentence } from "../../explain/attempt-sentence";
import type { AttemptDetail } from "../attempts/attempt-detail";
import type { FrozenAttempt, FrozenReason, FrozenRecord } from "./incident";

/** What an incident keeps of an attempt. `sha256` gives a text's SHA-256 in hexadecimal. */
export function freezeAttempt(detail: AttemptDetail, sha256: (text: string) => string): FrozenAttempt {
  return {
    attempt: detail.attempt,
    sentence: attemptSentence(detail.attempt, detail.mapping),
    reason: reasonOf(detail.reason),
    records: recordsOf(detail).map((record) => ({
      ...record,
      sha256: record.text === "" ? null : sha256(record.text),
    })),
  };
}

function reasonOf(reason: AttemptDetail["reason"]): FrozenReason | null {
  return reason && { code: reason.code, title: reason.title, meaning: reason.meaning };
}

/** Each record once; a hop may be an event that is shown already. */
function recordsOf({ lines, events, hopRecords }: AttemptDetail): Omit<FrozenRecord, "sha256">[] {
  const all = [
    ...lines.map(({ recordId, eventId, text, note }) => {
      return { recordId, eventId, kind: "line" as const, text, note };
    }),
    ...events.map(({ recordId, eventId, json, note }) => {
      return { recordId, eventId, kind: "sts-event" as const, text: json, note };
    }),
    ...hopRecords.map(({ recordId, eventId, json, note }) => {
      return { recordId, eventId, kind: "hop" as const, text: json, note };
    }),
  ];
  const known = new Set<string>();
  return all.filter(({ recordId }) => !known.has(recordId) && known.add(recordId));
}
