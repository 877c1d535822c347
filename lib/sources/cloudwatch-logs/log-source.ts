import type { EventSource } from "@/lib/ports/event-source";
import { toSourceError } from "../aws/to-source-problem";
import { NEWEST_FIRST_SINCE } from "./filter-log-events";
import type { LogPace } from "./log-pace";
import type { LogReader } from "./log-reader";

export interface LogSourceParts extends Pick<EventSource, "descriptor" | "only" | "read"> {
  readonly reader: LogReader;
  readonly pace: LogPace;
  /** What is read, as a failure names it. */
  readonly what: string;
  /** The log group's. */
  readonly region: string;
}

/** A source over streams of a log group: newest first, at the pace that its API allows, with failures that say what to do. */
export function createLogSource(parts: LogSourceParts): EventSource {
  const { descriptor, only, read, reader, pace, what, region } = parts;
  return {
    descriptor,
    ...(only === undefined ? {} : { only }),
    get pollMs() {
      return pace.pollMs;
    },
    isSlowed: pace.isSlowed,
    kept: reader.kept,
    oldestMs: () => NEWEST_FIRST_SINCE,
    async read(range, cursor, signal) {
      try {
        return await read(range, cursor, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw toSourceError(error, { what, region, action: pace.action });
      }
    },
  };
}
