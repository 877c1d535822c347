import type { PolicyScope } from "../../../parse/access-entries/access-entry";
import { quoteShell } from "../quote";
import type { RemedyValues } from "../principal-at-cluster";
import type { EntryToMake } from "./entry-to-make";

/** `aws eks create-access-entry`, and one command for each policy. Source: AWS CLI reference, eks. */
export function createCommands(values: RemedyValues, entry: EntryToMake): string {
  const where = placeOf(values, values.principalArn);
  const { type, policies } = entry;
  const ofType = type === "STANDARD" ? namesOf(entry) : ` --type ${type}`;
  return [
    `aws eks create-access-entry ${where}${ofType}`,
    ...policies.map(
      ({ policyArn, scope }) =>
        `aws eks associate-access-policy ${where} --policy-arn ${policyArn} --access-scope ${scopeOf(scope)}`,
    ),
  ].join("\n");
}

export function deleteCommand(values: RemedyValues, principalArn: string): string {
  return `aws eks delete-access-entry ${placeOf(values, principalArn)}`;
}

export function updateCommand(values: RemedyValues, entry: EntryToMake): string {
  return `aws eks update-access-entry ${placeOf(values, values.principalArn)}${namesOf(entry)}`;
}

function placeOf({ cluster, region }: RemedyValues, principalArn: string): string {
  return `--cluster-name ${cluster} --region ${region} --principal-arn ${principalArn}`;
}

/** Entries of other types get their names from EKS. */
function namesOf({ username, groups }: EntryToMake): string {
  const name = username === null ? "" : ` --username ${quoteShell(username)}`;
  return groups.length === 0 ? name : `${name} --kubernetes-groups ${groups.map(quoteShell).join(" ")}`;
}

/** The AWS CLI's own shorthand; quoted, because a shell takes `*` for names of files. */
function scopeOf({ type, namespaces }: PolicyScope): string {
  return type === "cluster"
    ? "type=cluster"
    : quoteShell(`type=namespace,namespaces=${namespaces.join(",")}`);
}
