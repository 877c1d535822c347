import type { RemedyValues } from "./principal-at-cluster";
import type { RemedyForm } from "./remedy-form";

const GRANTS = "What role bindings give to GROUP: name one that is bound to what the work needs.";
const NOTE =
  "For clusters that still read aws-auth. A line that is wrong by one blank empties the whole list: nodes are locked out with it.";

/** A line of aws-auth, as a diff and as eksctl writes it (facts: authenticator §4.2, §4.6). */
export function awsAuthForms(values: RemedyValues): RemedyForm[] {
  const { cluster, region, plainArn } = values;
  const command = `eksctl create iamidentitymapping --cluster ${cluster} --region ${region} --arn ${plainArn} --username '${usernameOf(values)}' --group GROUP --no-duplicate-arns`;
  return [
    { form: "aws-auth", text: diffOf(values), grants: GRANTS, note: NOTE },
    { form: "eksctl", text: command, grants: GRANTS, note: null },
  ];
}

/** Quoted, because a template at the beginning is no YAML otherwise. */
function diffOf(values: RemedyValues): string {
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
function usernameOf({ isUser, name }: RemedyValues): string {
  return isUser ? name : `${name}:{{SessionName}}`;
}
