import type { KubeRequest } from "../../correlate/kube-request";
import type { PartState } from "../../explain/configuration/part-at";
import type { Comparison } from "../../explain/reach/compare-observed";
import type { ReachAnswer } from "../../explain/reach/explain-reach";
import type { ReachSummary } from "../../explain/reach/list-reach";
import type { ReachRequest } from "../../explain/reach/request";
import type { EpochMs } from "../../time/time-range";

/** What the Kubernetes identity of an attempt may do, by the objects of its time. */
export interface AttemptReach {
  /** null = neither roles and bindings nor access policies are known. */
  readonly summary: ReachSummary | null;
  readonly accessEntries: PartState;
  readonly rbac: PartState;
  /** The answer to what was asked; null = nothing was. */
  readonly asked: { readonly request: ReachRequest; readonly answer: ReachAnswer } | null;
  /** What the API server itself decided of the session's requests that are kept, beside what is computed. */
  readonly observed: readonly ObservedRequest[];
}

export interface ObservedRequest extends Pick<KubeRequest, "verb" | "object" | "uri" | "outcome" | "reason"> {
  readonly id: string;
  readonly timeMs: EpochMs;
  readonly verdict: ReachAnswer["verdict"];
  readonly comparison: Comparison;
}
