import { identityWords, type Meant } from "../meant";
import type { RemedyValues } from "../principal-at-cluster";
import { isCopyable, quoteShell } from "../quote";
import type { RemedyForm } from "../remedy-form";

const GRANTS = "What role bindings give to GROUP: name one that is bound to what the work needs.";
const NOTE =
  "For clusters that still read aws-auth. A line that is wrong by one blank empties the whole list: nodes are locked out with it.";

/** One more entry of aws-auth: as a diff, of the ConfigMap's own lines where they are known, and as eksctl writes it. */
export function newEntryForms(values: RemedyValues, meant: Meant): RemedyForm[] {
  const grants = meant.identity === null ? GRANTS : `${identityWords(meant.identity)}.`;
  const diff: RemedyForm =
    meant.diff === null
      ? { form: "aws-auth", text: sampleOf(values), grants, note: NOTE }
      : { form: "aws-auth diff", text: meant.diff, grants, note: NOTE };
  return [diff, { form: "eksctl", text: commandOf(values, meant), grants, note: null }];
}

function commandOf(values: RemedyValues, { entry }: Meant): string {
  const { cluster, region, plainArn } = values;
  const username = entry !== null && isCopyable(entry.username) ? entry.username : usernameOf(values);
  const groups = entry?.groups.filter(isCopyable) ?? ["GROUP"];
  return [
    `eksctl create iamidentitymapping --cluster ${cluster} --region ${region} --arn ${plainArn}`,
    `--username ${quoteShell(username)}`,
    ...groups.map((group) => `--group ${quoteShell(group)}`),
    "--no-duplicate-arns",
  ].join(" ");
}

/** Quoted, because a template at the beginning is no YAML otherwise. */
function sampleOf(values: RemedyValues): string {
  const { isUser, plainArn } = values;
  return [
    ` data:`,
    `   ${isUser ? "mapUsers" : "mapRoles"}: |`,
    `+    - ${isUser ? "userarn" : "rolearn"}: ${plainArn}`,
    `+      username: "${usernameOf(values)}"`,
    `+      groups:`,
    `+        - GROUP`,
  ].join("\n");
}

/** A role is for many: its session's name keeps them apart. */
export function usernameOf({ isUser, name }: Pick<RemedyValues, "isUser" | "name">): string {
  return isUser ? name : `${name}:{{SessionName}}`;
}
