import { identityWords, type Meant } from "../meant";
import type { RemedyValues } from "../principal-at-cluster";
import type { RemedyForm } from "../remedy-form";
import { usernameOf } from "./new-entry-forms";

const GRANTS = "What the entry gives: its username and groups, and what role bindings give to them.";
const APPLY =
  "By hand in `kubectl edit -n kube-system configmap aws-auth`, or with `patch` in the file that you keep it in.";
const IN_PLACE = "In place of the entry as it stands, each line indented like those around it.";

/** How the correction of an entry looks where the ConfigMap's own lines are not known. */
type SampleOf = (values: RemedyValues) => readonly string[];

/** A correction of what stands in aws-auth: as a diff of its own lines, or else the whole entry as it should stand. */
export function correctionForms(sampleOf: SampleOf): (values: RemedyValues, meant: Meant) => RemedyForm[] {
  return (values, { diff, line, identity }) => {
    const grants = identity === null ? GRANTS : `${identityWords(identity)}.`;
    if (diff !== null) return [{ form: "aws-auth diff", text: diff, grants, note: APPLY }];
    if (line !== null) return [{ form: "aws-auth", text: line, grants, note: IN_PLACE }];
    return [{ form: "aws-auth", text: [" data:", ...sampleOf(values)].join("\n"), grants, note: null }];
  };
}

const listOf = ({ isUser }: RemedyValues) => (isUser ? "mapUsers" : "mapRoles");
const keyOf = ({ isUser }: RemedyValues) => (isUser ? "userarn" : "rolearn");

export const arnSample: SampleOf = (values) => [
  `   ${listOf(values)}: |`,
  `-    - ${keyOf(values)}: ARN_AS_WRITTEN`,
  `+    - ${keyOf(values)}: ${values.plainArn}`,
];

export const usernameSample: SampleOf = (values) => [
  `   ${listOf(values)}: |`,
  `     - ${keyOf(values)}: ${values.plainArn}`,
  `-      username: USERNAME_AS_WRITTEN`,
  `+      username: "${usernameOf(values)}"`,
];

export const fieldSample: SampleOf = (values) => [
  `   ${listOf(values)}: |`,
  `-    - arn: ${values.plainArn}`,
  `+    - ${keyOf(values)}: ${values.plainArn}`,
];

export const keySample: SampleOf = (values) => [
  `-  ${listOf(values).toLowerCase()}: |`,
  `+  ${listOf(values)}: |`,
  `     - ${keyOf(values)}: ${values.plainArn}`,
];

export const listSample: SampleOf = (values) => [
  `   ${listOf(values)}: |`,
  `     - ${keyOf(values)}: ${values.plainArn}`,
  `       username: "${usernameOf(values)}"`,
  `-    groups:`,
  `-      - GROUP`,
  `+      groups:`,
  `+        - GROUP`,
];
