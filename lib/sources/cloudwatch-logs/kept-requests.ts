import { ofIamCallers } from "./iam-callers";
import type { LineFilter } from "./log-place";

const WRITES = ["create", "update", "patch", "delete", "deletecollection"];
const STREAMS = ["exec", "attach", "portforward"];

/** Heartbeats, notes and questions; paths that are no object's have no `objectRef`, and the core's objects no `apiGroup`. */
const NO_CHATTER = `${otherThan("resource", ["leases", "events"])} && ${otherThan("apiGroup", ["authentication.k8s.io", "authorization.k8s.io"])}`;

/**
 * What of the audit log is kept, as `toKeptRequest` has it: a test compares the two. 1,024 characters at most (facts: AWS
 * §2.2). A query does not leave out the chatter: that is done when it is read.
 */
export const KEPT_REQUESTS: LineFilter = ofIamCallers({
  pattern: `($.stage = "ResponseComplete") && (($.responseStatus.code = 403) || ${among("$.objectRef.subresource", STREAMS)} || ((${among("$.verb", WRITES)}) && ${NO_CHATTER}))`,
  conditions: [
    `stage in ["ResponseComplete"]`,
    `responseStatus.code in [403] or objectRef.subresource in ${listOf(STREAMS)} or verb in ${listOf(WRITES)}`,
  ],
});

function among(member: string, values: readonly string[]): string {
  return values.map((value) => `(${member} = "${value}")`).join(" || ");
}

function otherThan(member: string, values: readonly string[]): string {
  const path = `$.objectRef.${member}`;
  return `((${path} NOT EXISTS) || (${values.map((value) => `(${path} != "${value}")`).join(" && ")}))`;
}

function listOf(values: readonly string[]): string {
  return `[${values.map((value) => `"${value}"`).join(", ")}]`;
}
