import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "../mapping/back-end-modes";
import { deleteCommand } from "../remedies/access-entry/cli-commands";
import { eksctlDelete } from "../remedies/access-entry/eksctl-file";
import { unifiedDiff } from "../remedies/aws-auth/unified-diff";
import { isPrincipalArn, toRemedyValues } from "../remedies/principal-at-cluster";
import { withoutEntry } from "./cut-off/without-entry";

/** One way to do something: commands, or a diff as `patch` takes it. Nothing is ever run. */
export interface RemovalForm {
  readonly form: string;
  readonly text: string;
}

/** A cluster whose mapping is to go. */
export interface RemovalPlace {
  readonly cluster: string;
  readonly region: string | null;
  /** null = it is not known, or there is none. */
  readonly awsAuthText: string | null;
}

/** How a mapping is taken out; `entry`: null = a whole account's. */
export function removalForms(
  { cluster, region, awsAuthText }: RemovalPlace,
  { backEnd, entry }: { readonly backEnd: BackEndKind; readonly entry: MappingEntry | null },
): RemovalForm[] {
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
