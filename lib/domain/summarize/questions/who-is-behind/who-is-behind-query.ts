import type { TimeRange } from "../../../time/time-range";

/** A name behind which somebody stands. */
export interface WhoIsBehindQuery {
  /** Anything that was copied from somewhere: a Kubernetes username, ARN, key id, session's name, id, or a whole log line. */
  readonly who: string;
  /** null = any; a username is another's at another cluster. */
  readonly cluster: string | null;
  readonly range: TimeRange;
}
