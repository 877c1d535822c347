import type { MappingDecision, MappingGranted } from "../../mapping/mapping-decision";
import { type RemovalPlace, removalForms } from "../removal-forms";
import type { Measure } from "./measure";

/** How somebody comes in to a cluster. */
export interface HoldAtCluster extends RemovalPlace {
  /** What the configuration makes of him just now. */
  readonly decision: MappingDecision;
  /** How many others came by the same role or user within ninety days. */
  readonly others: number;
}

const CACHE =
  "Requests with a token that was checked before, for about 2 minutes: the API server keeps the answer (its default; EKS publishes none).";
const STREAMS = "What is open already: `kubectl exec`, port-forwards and watches go on until they end.";
const INSIDE =
  "What they left in the cluster: service account tokens, pods, bindings. Look at what they did there.";

/** Takes away what maps somebody at a cluster; null = nothing that is known does. */
export function clusterMeasure(hold: HoldAtCluster): Measure | null {
  const { decision, cluster, others } = hold;
  if (decision.outcome === "denied") return null;
  const common = {
    title: `At ${cluster}: ${whatOf(decision)}`,
    stops: `Every token of that role or user at ${cluster}, at its next check: that is the quickest way out of this cluster, whatever credentials they hold.`,
    mind: mindOf(others),
    leaves: [CACHE, ...nextBackEnd(decision), STREAMS, INSIDE],
  };
  return { ...common, forms: removalForms(hold, decision) };
}

function mindOf(others: number): string | null {
  if (others === 0) return null;
  return `${others === 1 ? "One other" : `${others} others`} came by the same role or user within ninety days, and would be out too.`;
}

function whatOf({ backEnd, entry }: MappingGranted): string {
  const name = entry === null ? "" : entry.arn.slice(entry.arn.lastIndexOf("/") + 1);
  if (backEnd === "DynamicFile") return `delete the access entry of ${name}`;
  if (backEnd === "EKSConfigMap")
    return entry === null ? "take the account out of mapAccounts" : `take ${name} out of aws-auth`;
  return "a hidden entry lets them in";
}

/** Source: EKS User Guide: access entries are asked before aws-auth where both are. */
function nextBackEnd({ backEnd }: MappingGranted): string[] {
  if (backEnd !== "DynamicFile") return [];
  return [
    "Where aws-auth is read too, a line there for the same role lets them in again: see what-if afterwards.",
  ];
}
