import type { PolicyEntry } from "../policy-grants";
import type { ReachRequest } from "../request";
import type { ReachSubject } from "../subject";

/** A cluster, an identity and a question, with all that the answer has to say; what is left out is empty. */
export interface ReachCase {
  readonly name: string;
  /** As Kubernetes writes them in JSON. */
  readonly objects?: readonly object[];
  readonly entries?: readonly PolicyEntry[];
  readonly subject: ReachSubject;
  readonly request: ReachRequest;
  readonly verdict: "allowed" | "refused" | "unknown";
  readonly by?: readonly string[];
  readonly refused?: readonly string[];
  readonly unknown?: readonly string[];
}
