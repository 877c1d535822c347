import type { TimeRange } from "../../../time/time-range";

/** Somebody who is to be cut off. */
export interface CutOffQuery {
  /** Anything that names somebody: ARN, e-mail, session's name, user, role, access key id, Kubernetes username. */
  readonly who: string;
  /** When sessions were used that are asked about. */
  readonly range: TimeRange;
}
