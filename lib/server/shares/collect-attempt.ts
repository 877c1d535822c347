import { attemptSentence } from "@/lib/domain/explain/attempt-sentence";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { CollectedEvidence } from "@/lib/share/freeze-evidence";
import type { CollectedView, Collecting } from "./collecting";

type Records = CollectedEvidence["records"];

/** One attempt with its chain, what it may do, and the records that prove it; null = there is no such attempt. */
export async function collectAttempt(asked: Collecting, id: string): Promise<CollectedView | null> {
  const { investigations, viewer } = asked;
  const detail = await investigations.explainAttempt(viewer, { id });
  if (detail === null) return null;
  const isIn = detail.attempt.decision === "granted";
  const reach = isIn ? await investigations.reachOfAttempt(viewer, { id, request: null }) : null;
  const { lines: _lines, events: _events, hopRecords: _hopRecords, ...told } = detail;
  const title = attemptSentence(detail.attempt, detail.mapping)
    .map(({ text }) => text)
    .join("");
  const content = { ...told, reach };
  return {
    clusters: [detail.attempt.cluster],
    evidence: { kind: "attempt", title, content, records: recordsOf(detail) },
  };
}

/** Every record once. */
export function recordsOf({ lines, events, hopRecords }: AttemptDetail): Records {
  const all: Records = [
    ...lines.map(({ recordId, text, note }) => ({ recordId, kind: "line" as const, text, note })),
    ...[...events, ...hopRecords].map(({ recordId, json, note }) => ({
      ...{ recordId, kind: "event" as const },
      ...{ text: json, note },
    })),
  ];
  return [...new Map(all.map((record) => [record.recordId, record])).values()];
}
