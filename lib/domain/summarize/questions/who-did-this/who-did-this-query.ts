import type { TimeRange } from "../../../time/time-range";

/** Something that was done in a cluster, as far as it is known; null = that is not. At least one thing is. */
export interface WhoDidThisQuery {
  /** In the audit log's words, kubectl's, or a person's: `delete`, `edit`, `removed`. */
  readonly verb: string | null;
  /** `namespaces`, `ns`, `Deployment`, `pods/exec`. */
  readonly resource: string | null;
  readonly namespace: string | null;
  readonly name: string | null;
  /** As the cluster knew whoever did it. */
  readonly username: string | null;
  readonly cluster: string | null;
  readonly range: TimeRange;
}
