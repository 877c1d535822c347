import type { CallerClass } from "../../correlate/attempt";
import type { EpochMs } from "../../time/time-range";
import type { MappedCaller } from "../mapping/mapped-caller";

/** Somebody who came to a cluster. Of nodes one stands for all that share a role. */
export interface SeenCaller extends MappedCaller {
  readonly class: CallerClass;
  /** Who is behind it, where the chain names somebody; else the session or user. */
  readonly name: string;
  readonly attempts: number;
  readonly granted: number;
  /** The first millisecond of the day on which he came last. */
  readonly lastDayMs: EpochMs;
}
