import { beginSentence } from "../../begin-sentence";
import { identityWords, type Meant } from "../meant";
import { isPrincipalArn, type RemedyValues } from "../principal-at-cluster";
import type { RemedyForm } from "../remedy-form";
import { createCommands, deleteCommand, updateCommand } from "./cli-commands";
import { eksctlDelete, eksctlFile } from "./eksctl-file";
import { copyable, type EntryToMake, policyName, scopeWords, viewerEntry } from "./entry-to-make";
import { replaceCommand, terraformEntry, terraformResources } from "./terraform-resources";

const FULL_ARN =
  "An access entry wants the role's ARN with its path, which the log leaves out: `aws iam get-role` tells it.";
const AS_NEEDED =
  "Reading of nearly everything but Secrets, in every namespace (AmazonEKSViewPolicy). Take a narrower scope, or another policy, as the work needs it.";

/** An access entry with its policies, in the forms that people use. Source: EKS User Guide, "Create access entries". */
export function accessEntryForms(values: RemedyValues, meant: Meant): RemedyForm[] {
  const entry = entryOf(values, meant);
  const grants = grantsOf(entry, meant);
  const note = pathNote(values);
  const fileNote = `For eksctl create accessentry -f FILE. ${note ?? ""}`.trim();
  return [
    { form: "AWS CLI", text: createCommands(values, entry), grants, note },
    { form: "eksctl", text: eksctlFile(values, entry), grants, note: fileNote },
    { form: "Terraform", text: terraformResources(values, entry), grants, note },
  ];
}

const BOUND_ANEW =
  "The new entry is bound to the principal as it is now. Deleting takes the policies along, so they are associated again.";

/** The same entry, after the one that is there has gone. Source: EKS User Guide, "Delete access entries". */
export function recreateForms(values: RemedyValues, meant: Meant): RemedyForm[] {
  const entry = entryOf(values, meant);
  return [
    ...afterDeleting(values, meant, values.principalArn),
    {
      form: "Terraform",
      text: replaceCommand(values, entry),
      grants: grantsOf(entry, meant),
      note: "With the names of your own resources: Terraform sees no change by itself, as the ARN is the same.",
    },
  ];
}

/** An entry for another ARN in place of the one that is there; Terraform's own way is to change the ARN. */
export function replaceForms(values: RemedyValues, meant: Meant): RemedyForm[] {
  const { oldPrincipalArn } = meant;
  const isKnown = oldPrincipalArn !== null && isPrincipalArn(oldPrincipalArn);
  const entry = entryOf(values, meant);
  return [
    ...afterDeleting(values, meant, isKnown ? oldPrincipalArn : "OLD_PRINCIPAL_ARN"),
    {
      form: "Terraform",
      text: terraformResources(values, entry),
      grants: grantsOf(entry, meant),
      note: null,
    },
  ];
}

function afterDeleting(values: RemedyValues, meant: Meant, old: string): RemedyForm[] {
  const entry = entryOf(values, meant);
  const common = { grants: grantsOf(entry, meant), note: BOUND_ANEW };
  const then = "# then, with eksctl create accessentry -f FILE:";
  const commands = [deleteCommand(values, old), createCommands(values, entry)];
  const file = [eksctlDelete(values, old), then, eksctlFile(values, entry)];
  return [
    { form: "AWS CLI", text: commands.join("\n"), ...common },
    { form: "eksctl", text: file.join("\n"), ...common },
  ];
}

/** Other names for the principal of an entry that stays. Source: EKS User Guide, "Update access entries". */
export function updateForms(values: RemedyValues, meant: Meant): RemedyForm[] {
  const entry = entryOf(values, { ...meant, accessEntry: meant.accessEntry ?? RENAMED });
  const grants =
    meant.identity === null ? "What role bindings give to USERNAME." : `${identityWords(meant.identity)}.`;
  return [
    { form: "AWS CLI", text: updateCommand(values, entry), grants, note: null },
    { form: "Terraform", text: terraformEntry(values, entry), grants, note: null },
  ];
}

const RENAMED: EntryToMake = { type: "STANDARD", username: "USERNAME", groups: [], policies: [] };

function entryOf({ partition }: RemedyValues, { accessEntry }: Meant): EntryToMake {
  return accessEntry === null ? viewerEntry(partition) : copyable(accessEntry);
}

function pathNote({ isUser, isPathKnown }: RemedyValues): string | null {
  return isUser || isPathKnown ? null : FULL_ARN;
}

/** Whom it makes of the caller, and what AWS's policies add. */
function grantsOf({ policies }: EntryToMake, { accessEntry, identity }: Meant): string {
  const words = policies.map(({ policyArn, scope }) => `${policyName(policyArn)} ${scopeWords(scope)}`);
  const asWhom = identity === null ? [] : [identityWords(identity)];
  if (accessEntry === null) return [...asWhom.map((one) => `${one}.`), AS_NEEDED].join(" ");
  const all = [...asWhom, ...(words.length === 0 ? ["no access policy"] : words)].join("; ");
  return `${beginSentence(all)}.`;
}
