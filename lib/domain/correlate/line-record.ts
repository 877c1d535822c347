import type { AccessDenied, AccessGranted, StsResponse } from "../parse/authenticator-record";
import type { EpochMs } from "../time/time-range";

/** One authenticator line that takes part in an attempt, with where it stood. */
export interface LineRecord {
  /** Gatebook's id of the record; distinct records have distinct ids. */
  readonly recordId: string;
  /** CloudWatch's id; null for plain log files. */
  readonly eventId: string | null;
  readonly cluster: string;
  readonly stream: string;
  /** CloudWatch's timestamp where there is one (milliseconds), else the line's own time (whole seconds). */
  readonly timeMs: EpochMs;
  readonly event: StsResponse | AccessGranted | AccessDenied;
}
