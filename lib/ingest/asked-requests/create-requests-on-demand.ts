import { NOT_ASKED, nothingToAsk } from "@/lib/domain/summarize/requests/nothing-asked";
import type { AuditLogs, AuditQuestion } from "@/lib/ports/audit-logs";
import type { Clock } from "@/lib/ports/clock";
import type { RequestsOnDemand } from "@/lib/ports/requests-on-demand";
import { AskedReading } from "./asked-reading";

/** Others wait: each reading sends one request after the other. */
const MOST_AT_ONCE = 2;
/** Requests of all answers together that are remembered, about 1 kB each; and answers. */
const MOST_REMEMBERED = 20_000;
const MOST_ANSWERS = 100;
/** An answer about what was just done may be another one soon; one that failed, or was given up, when it is asked again. */
const SETTLED_MS = 10 * 60_000;
const HOLDS_MS = 60_000;
const AFTER_FAILURE_MS = 10_000;

export interface AskedOptions {
  readonly audits: AuditLogs;
  readonly clock: Clock;
  /** Ends all reading. */
  readonly signal: AbortSignal;
  /** Told of what is no source's failure. */
  readonly onFailure: (error: unknown) => void;
}

/** Reads all requests of sessions that somebody looks at; answers are remembered, not stored. */
export function createRequestsOnDemand(options: AskedOptions): RequestsOnDemand {
  const { audits, clock, signal, onFailure } = options;
  const known = new Map<string, AskedReading>();
  const waiting: AskedReading[] = [];
  let running = 0;
  const serve = async (reading: AskedReading): Promise<void> => {
    running++;
    await reading.run(signal).catch(onFailure);
    running--;
    forgetOldest(known);
    const next = waiting.shift();
    if (next !== undefined) void serve(next);
  };
  return {
    begin(question) {
      const key = keyOf(question);
      const before = known.get(key);
      if (signal.aborted || (before !== undefined && holds(before, question, clock.now()))) return;
      const log = audits.ask(question);
      if (log === null) return;
      const reading = new AskedReading(question, log, clock);
      known.delete(key);
      known.set(key, reading);
      if (running < MOST_AT_ONCE) void serve(reading);
      else waiting.push(reading);
    },
    stop: (question) => known.get(keyOf(question))?.stop(),
    standingOf(question, page) {
      const reading = known.get(keyOf(question));
      if (reading !== undefined) return reading.standing(page);
      return audits.ask(question) === null ? notConnected(question.cluster) : NOT_ASKED;
    },
  };
}

function keyOf({ cluster, mark, range }: AuditQuestion): string {
  const { uid, username } = mark.kubernetes;
  const { accessKeyId, sessionName } = mark.caller;
  return JSON.stringify([cluster, uid, username, accessKeyId, sessionName, range.from, range.to]);
}

function holds({ state, endedMs }: AskedReading, { range }: AuditQuestion, nowMs: number): boolean {
  if (endedMs === null) return true;
  if (state === "stopped") return false;
  if (state === "failed") return nowMs < endedMs + AFTER_FAILURE_MS;
  return range.to < endedMs - SETTLED_MS || nowMs < endedMs + HOLDS_MS;
}

function forgetOldest(known: Map<string, AskedReading>): void {
  let size = [...known.values()].reduce((sum, reading) => sum + reading.size, 0);
  for (const [key, reading] of known) {
    if (size <= MOST_REMEMBERED && known.size <= MOST_ANSWERS) return;
    // The newest stays, however much it holds.
    if (reading.endedMs === null || known.size === 1) continue;
    size -= reading.size;
    known.delete(key);
  }
}

function notConnected(cluster: string) {
  return nothingToAsk(
    `No audit log of ${cluster} can be asked: its lines were imported, or its account does not answer.`,
    'Connect its account (README, "Your own clusters"), or import its audit log: gatebook import.',
  );
}
