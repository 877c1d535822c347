import type { TimeRange } from "../../../time/time-range";

/** Somebody who cannot get in to a cluster. */
export interface WhyNotInQuery {
  readonly cluster: string;
  /** Anything that names somebody: ARN, e-mail, session's name, user, role, permission set, access key id. */
  readonly who: string;
  readonly range: TimeRange;
  /** What stands on their screen; null = it is not known. */
  readonly message: string | null;
}
