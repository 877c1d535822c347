import type { Clock } from "@/lib/ports/clock";
import { type EventSource, SourceError } from "@/lib/ports/event-source";
import { type ReadingContext, SourceReading } from "./source-reading";

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** One of the two things that are done by turns: when it is next due, and how often it has failed since it succeeded. */
interface Turn {
  readonly part: "poll" | "stretch";
  dueMs: number;
  failures: number;
}

/**
 * Reads one source until the signal: polls for what is new, and between the polls, page by page and newest first, what is
 * missing of the look-back and what may have come late. A failure is kept in the coverage and tried again.
 */
export async function readSource(source: EventSource, context: ReadingContext): Promise<void> {
  const reading = await SourceReading.open(source, context);
  const { clock, signal } = context;
  const poll: Turn = { part: "poll", dueMs: clock.now(), failures: 0 };
  const rest: Turn = { part: "stretch", dueMs: clock.now(), failures: 0 };
  const standing = createStanding(source, reading, context);
  const isOnce = source.only !== undefined;
  while (!signal.aborted) {
    if (!isOnce && clock.now() >= poll.dueMs) {
      await take(poll, {
        other: rest,
        clock,
        pauseMs: source.pollMs,
        work: () => reading.poll(),
        standing,
      });
      continue;
    }
    const planned = reading.plan();
    if (isOnce && planned === "nothing") return standing.ended();
    if (planned !== "backfill") await standing.caughtUp();
    if (planned !== "nothing" && clock.now() >= rest.dueMs) {
      await take(rest, { other: poll, clock, pauseMs: 0, work: () => reading.readOn(), standing });
    } else {
      const nextMs = planned === "nothing" ? Number.POSITIVE_INFINITY : rest.dueMs;
      await pause(context, (isOnce ? nextMs : Math.min(poll.dueMs, nextMs)) - clock.now());
    }
  }
}

interface Work {
  readonly other: Turn;
  readonly clock: Clock;
  /** From the end of one to the next. */
  readonly pauseMs: number;
  readonly work: () => Promise<void>;
  readonly standing: Standing;
}

async function take(turn: Turn, { other, clock, pauseMs, work, standing }: Work): Promise<void> {
  try {
    await work();
    // What ended for the one may have ended for the other.
    if (turn.failures > 0) other.dueMs = Math.min(other.dueMs, clock.now());
    turn.failures = 0;
    turn.dueMs = clock.now() + pauseMs;
    standing.succeeded();
  } catch (error) {
    await standing.failed(turn.part, error);
    turn.dueMs = clock.now() + Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** turn.failures++);
  }
}

/** What the coverage says of a source's state; told to the store when it changes. */
interface Standing {
  succeeded(): void;
  /** Throws what is no source's failure. */
  failed(part: Turn["part"], error: unknown): Promise<void>;
  caughtUp(): Promise<void>;
  /** Nothing more will be read of it. */
  ended(): Promise<void>;
}

function createStanding(source: EventSource, reading: SourceReading, context: ReadingContext): Standing {
  const { store, signal, onCaughtUp } = context;
  const { id } = source.descriptor;
  let state: "reading" | "following" | "failed" = "reading";
  return {
    succeeded() {
      if (state === "failed" && reading.failure === null) state = "reading";
    },
    async failed(part, error) {
      if (signal.aborted) return;
      if (!(error instanceof SourceError)) throw error;
      state = "failed";
      reading.failed(part, error.problem);
      await store.setSourceState(id, state, reading.failure);
      onCaughtUp();
    },
    async caughtUp() {
      if (state !== "reading") return;
      state = "following";
      await store.setSourceState(id, state, reading.notice);
      onCaughtUp();
    },
    ended: () => store.setSourceState(id, "gone", reading.notice),
  };
}

async function pause({ clock, signal }: ReadingContext, ms: number): Promise<void> {
  try {
    await clock.sleep(Math.max(0, ms), signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
