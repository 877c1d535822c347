import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { Clock } from "@/lib/ports/clock";
import { SourceError } from "@/lib/ports/event-source";

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * 60_000;

export interface Repetition {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Until the next look after one that succeeded; null = that was the last. */
  readonly everyMs: number | null;
  /** Throws SourceError: then it is done again, each time later. */
  readonly look: () => Promise<void>;
  readonly onProblem: (problem: SourceProblem) => void;
  /** Told of what is no problem of AWS's; ends it. */
  readonly onFailure: (error: unknown) => void;
}

/** Looks again and again, until the signal. Resolves after the first look, whatever came of it. */
export function repeat(repetition: Repetition): Promise<void> {
  const { clock, signal, onFailure } = repetition;
  let failures = 0;
  const lookOnce = async (): Promise<number | null> => {
    try {
      await repetition.look();
      failures = 0;
      return repetition.everyMs;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      repetition.onProblem(error.problem);
      return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures++);
    }
  };
  const first = lookOnce();
  const goOn = async () => {
    for (let waitMs = await first; waitMs !== null; waitMs = await lookOnce())
      await clock.sleep(waitMs, signal);
  };
  const ended = goOn().catch((error: unknown) => {
    if (!signal.aborted) onFailure(error);
  });
  return Promise.race([first.then(() => undefined), ended]).catch(() => undefined);
}
