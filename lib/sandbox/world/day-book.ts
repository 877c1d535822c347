import type { WorldAttempt, WorldDay, WorldEvent, WorldLine, WorldRequest } from "./world-day";

/** A line as written: its id is given when the day is closed. */
export interface WrittenLine {
  readonly cluster: string;
  readonly stream: string;
  readonly timeMs: number;
  /** A function where it is told only when somebody reads it. */
  readonly message: string | (() => string);
}

type WrittenAttempt = Omit<WorldAttempt, "line" | "stsLine"> & {
  readonly line: WrittenLine;
  readonly stsLine: WrittenLine | null;
};

type WrittenRequest = Omit<WorldRequest, "line"> & { readonly line: WrittenLine };

/** What happens on one day, in the order in which it is told. */
export interface DayBook {
  readonly day: number;
  readonly lines: WrittenLine[];
  readonly events: WorldEvent[];
  readonly attempts: WrittenAttempt[];
  readonly requests: WrittenRequest[];
}

export function openDayBook(day: number): DayBook {
  return { day, lines: [], events: [], attempts: [], requests: [] };
}

export function writeLine(book: DayBook, line: WrittenLine): WrittenLine {
  book.lines.push(line);
  return line;
}

/**
 * Sorts the day and gives every line its id, counted from `first`. Lines of one millisecond keep the order in which
 * they were written. Lines and attempts are told when somebody asks: a trail shows events alone.
 */
export function closeDayBook(book: DayBook, first: number): WorldDay {
  const ship = once(() => {
    const sorted = book.lines.toSorted((a, b) => a.timeMs - b.timeMs);
    return new Map(sorted.map((line, place) => [line, shipLine(line, first + place)]));
  });
  const lines = once(() => [...ship().values()]);
  const refer = (line: WrittenLine) => ({ stream: line.stream, eventId: ship().get(line)?.eventId ?? "" });
  const attempts = once(() =>
    book.attempts
      .map((one) => ({ ...one, line: refer(one.line), stsLine: one.stsLine && refer(one.stsLine) }))
      .toSorted((a, b) => a.timeMs - b.timeMs),
  );
  const requests = once(() =>
    book.requests.map((one) => ({ ...one, line: refer(one.line) })).toSorted((a, b) => a.timeMs - b.timeMs),
  );
  return {
    get lines() {
      return lines();
    },
    events: book.events.toSorted((a, b) => a.timeMs - b.timeMs),
    get attempts() {
      return attempts();
    },
    get requests() {
      return requests();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The agent ships a stream in batches: a batch leaves every 4 seconds and is taken in within a second. */
function shipLine(line: WrittenLine, place: number): WorldLine {
  const batch = Math.ceil((line.timeMs + 1) / 4000) * 4000;
  const tail = String(place).padStart(6, "0").padEnd(42, "7043651829");
  const { message, ...rest } = line;
  const shipped = { ...rest, ingestedMs: batch + 600, eventId: `3${line.timeMs}${tail}` };
  if (typeof message === "string") return { ...shipped, message };
  return {
    ...shipped,
    get message() {
      return message();
    },
  };
}
