import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { attemptSentence } from "@/lib/domain/explain/attempt-sentence";
import type { FrozenAttempt } from "@/lib/domain/summarize/incidents/incident";
import { drawAttempts } from "./draw-attempts";

const DRAWN = drawAttempts(600, 11);

/** The n-th of 600 attempts, as an incident keeps it; the same for the same n and fields. */
export function aFrozenAttempt(n: number, fields: Partial<TracedAttempt> = {}): FrozenAttempt {
  const drawn = DRAWN[n];
  if (drawn === undefined) throw new Error(`There is no attempt ${n}`);
  const attempt = { ...drawn, origin: null, ...fields };
  const text = `level=info msg="attempt ${n}"`;
  const record = { recordId: `r${n}`, eventId: `e${n}`, kind: "line", text, note: null } as const;
  return {
    attempt,
    sentence: attemptSentence(attempt),
    reason: null,
    records: [{ ...record, sha256: "0".repeat(64) }],
  };
}
