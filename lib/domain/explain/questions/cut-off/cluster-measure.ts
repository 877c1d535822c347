import { unifiedDiff } from "../../remedies/aws-auth/unified-diff";
import { deleteCommand } from "../../remedies/access-entry/cli-commands";
import { eksctlDelete } from "../../remedies/access-entry/eksctl-file";
import { isPrincipalArn, toRemedyValues } from "../../remedies/principal-at-cluster";
import type { MappingDecision, MappingGranted } from "../../mapping/mapping-decision";
import { withoutEntry } from "./without-entry";
import type { Measure } from "./measure";

/** How somebody comes in to a cluster. */
export interface HoldAtCluster {
  readonly cluster: string;
  readonly region: string | null;
  /** What the configuration makes of him just now. */
  readonly decision: MappingDecision;
  /** null = it is not known, or there is none. */
  readonly awsAuthText: string | null;
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
  return { ...common, forms: formsOf(hold, decision) };
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

function formsOf(hold: HoldAtCluster, { backEnd, entry }: MappingGranted): Measure["forms"] {
  const { cluster, region, awsAuthText } = hold;
  if (backEnd === "DynamicFile" && entry !== null) {
    const arn = isPrincipalArn(entry.arn) ? entry.arn : "PRINCIPAL_ARN";
    const values = toRemedyValues({ cluster, region, principalArn: arn, isPathKnown: true });
    return [
      { form: "AWS CLI", text: deleteCommand(values, arn) },
      { form: "eksctl", text: eksctlDelete(values, arn) },
    ];
  }
  if (backEnd !== "EKSConfigMap")
    return [{ form: "to do", text: "# No command removes it: it is the cluster creator's, or AWS's own." }];
  const after = entry === null || awsAuthText === null ? null : withoutEntry(awsAuthText, entry);
  if (after === null || awsAuthText === null) return [{ form: "shell", text: EDIT }];
  return [
    { form: "aws-auth diff", text: unifiedDiff(awsAuthText, after, "aws-auth.yaml") },
    { form: "shell", text: EDIT },
  ];
}

const EDIT = "kubectl edit configmap aws-auth --namespace kube-system";
