import type { SourceKept } from "@/lib/domain/summarize/coverage/coverage-report";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { SourceError } from "@/lib/ports/event-source";
import { codeOf } from "../aws/to-source-problem";
import { describeLogGroup, type LogGroupFacts } from "./describe-log-group";
import { filterLogEvents } from "./filter-log-events";

import { readWindow } from "./insights/read-window";
import type { LogPage, LogPlace } from "./log-place";

/** Reads a log group the way its class allows. */
export interface LogReader {
  /** null = there is no such group. Throws what AWS answers, or SourceError for a class that nobody can read. */
  read(range: TimeRange, cursor: string | null, signal: AbortSignal): Promise<LogPage | null>;
  /** Queries scan, and are billed for, all of a group's streams: they are asked less often. */
  isByQuery(): boolean;
  /** How long the group keeps its lines; null = that is not known. */
  kept(): SourceKept | null;
}

/** A group's retention may be changed. */
const ASK_AGAIN_MS = DAY_MS;

/** The group is asked about when it is first read, then once a day, and again after it was absent. */
export function createLogReader(place: LogPlace): LogReader {
  let facts: LogGroupFacts | null = null;
  let askedMs = Number.NEGATIVE_INFINITY;
  const learn = async (signal: AbortSignal): Promise<LogGroupFacts> => {
    if (facts !== null && place.clock.now() - askedMs < ASK_AGAIN_MS) return facts;
    askedMs = place.clock.now();
    facts = await describeLogGroup(place, signal);
    return facts;
  };
  const readAs = (range: TimeRange, cursor: string | null, signal: AbortSignal) =>
    facts?.logClass === "INFREQUENT_ACCESS"
      ? readWindow(place, range, cursor, signal)
      : filterLogEvents(place, range, cursor, signal);
  return {
    isByQuery: () => facts?.logClass === "INFREQUENT_ACCESS",
    kept: () => facts?.kept ?? null,
    async read(range, cursor, signal) {
      const { logClass, kept } = await learn(signal);
      if (logClass === "DELIVERY") throw new SourceError(deliveryOnly(place.group));
      try {
        if (logClass !== "absent") return await readAs(range, cursor, signal);
      } catch (error) {
        const code = codeOf(error);
        if (code === "unsupported-log-class" && logClass !== "INFREQUENT_ACCESS") {
          facts = { logClass: "INFREQUENT_ACCESS", kept };
          return readAs(range, cursor, signal);
        }
        if (code !== "not-found") throw error;
      }
      facts = null;
      return null;
    },
  };
}

function deliveryOnly(group: string) {
  return {
    code: "unsupported-log-class" as const,
    message: `The log group ${group} is of class Delivery, which only passes lines on: nobody can read it.`,
    remedy: "Read it where its lines are delivered to, or import the files: gatebook import.",
    permission: null,
  };
}
