import type { TimeRange } from "@/lib/domain/time/time-range";
import { SourceError } from "@/lib/ports/event-source";
import { codeOf } from "../aws/to-source-problem";
import { filterLogEvents } from "./filter-log-events";
import { findLogClass, type LogClass } from "./find-log-class";
import { readWindow } from "./insights/read-window";
import type { LogPage, LogPlace } from "./log-place";

/** Reads a log group the way its class allows. */
export interface LogReader {
  /** null = there is no such group. Throws what AWS answers, or SourceError for a class that nobody can read. */
  read(range: TimeRange, cursor: string | null, signal: AbortSignal): Promise<LogPage | null>;
  /** Queries scan, and are billed for, all of a group's streams: they are asked less often. */
  isByQuery(): boolean;
}

/** The class is asked for once, and again after the group was absent. */
export function createLogReader(place: LogPlace): LogReader {
  let logClass: LogClass | null = null;
  const readAs = (range: TimeRange, cursor: string | null, signal: AbortSignal) =>
    logClass === "INFREQUENT_ACCESS"
      ? readWindow(place, range, cursor, signal)
      : filterLogEvents(place, range, cursor, signal);
  return {
    isByQuery: () => logClass === "INFREQUENT_ACCESS",
    async read(range, cursor, signal) {
      logClass ??= await findLogClass(place, signal);
      if (logClass === "DELIVERY") throw new SourceError(deliveryOnly(place.group));
      try {
        if (logClass !== "absent") return await readAs(range, cursor, signal);
      } catch (error) {
        const code = codeOf(error);
        if (code === "unsupported-log-class" && logClass !== "INFREQUENT_ACCESS") {
          logClass = "INFREQUENT_ACCESS";
          return readAs(range, cursor, signal);
        }
        if (code !== "not-found") throw error;
      }
      logClass = null;
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
