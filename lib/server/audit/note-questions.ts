import type { Clock } from "@/lib/ports/clock";
import type { OwnAuditLog, OwnAuditNote } from "@/lib/ports/own-audit-log";
import type { Asker } from "../access/asker";
import { targetOfQuestion } from "./target-of-question";

/** To be awaited before the answer goes out: what cannot be noted is not told. */
export type NoteQuestion = (
  asker: Asker,
  question: string,
  query: unknown,
  outcome: OwnAuditNote["outcome"],
) => Promise<void>;

/** A page that asks again and again is one view. */
const SAME_VIEW_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * Notes which of the engine's questions somebody asked: of raw identity data as `view`, what was not allowed as
 * `access-refused` (ASVS 16.3.2). The same once a minute.
 */
export function noteQuestions(audit: OwnAuditLog, clock: Pick<Clock, "now">): NoteQuestion {
  const noted = new Map<string, number>();
  return async ({ viewer, peer }, question, query, outcome) => {
    const note = toNote(question, query, outcome);
    if (note === null) return;
    const key = JSON.stringify([viewer.id, viewer.role, peer, note.deed, note.target, outcome]);
    const nowMs = clock.now();
    if (nowMs - (noted.get(key) ?? Number.NEGATIVE_INFINITY) < SAME_VIEW_MS) return;
    await audit.note({ ...note, viewer, peer, outcome });
    forgetOld(noted, nowMs);
    noted.set(key, nowMs);
  };
}

function toNote(
  question: string,
  query: unknown,
  outcome: OwnAuditNote["outcome"],
): Pick<OwnAuditNote, "deed" | "target" | "facts"> | null {
  const target = targetOfQuestion(question, query);
  const facts = { question };
  if (outcome === "refused") return { deed: "access-refused", target: target ?? question, facts };
  return target === null ? null : { deed: "view", target, facts };
}

function forgetOld(noted: Map<string, number>, nowMs: number): void {
  if (noted.size < MOST_REMEMBERED) return;
  for (const [key, ms] of noted) if (nowMs - ms >= SAME_VIEW_MS) noted.delete(key);
  // All of them new: to note one twice is better than to grow without end.
  if (noted.size >= MOST_REMEMBERED) noted.clear();
}
