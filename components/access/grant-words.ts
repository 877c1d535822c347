import type {
  BindingSource,
  GrantSource,
  Obstacle,
  PolicySource,
  UnknownCode,
} from "@/lib/domain/explain/reach/grant";
import type { WhyRefused } from "@/lib/domain/explain/reach/explain-reach";
import type { Lack } from "@/lib/domain/explain/reach/rule-miss";

/** What gives a right: `ClusterRole view by ClusterRoleBinding viewers`. */
export function grantWords(source: GrantSource): string {
  if (source.kind === "masters") return "the group system:masters";
  if (source.kind === "access-policy")
    return `access policy ${source.policyArn.slice(source.policyArn.lastIndexOf("/") + 1)}`;
  const { role, binding } = source;
  const place = binding.namespace === "" ? "" : ` in ${binding.namespace}`;
  return `${role.kind} ${role.name} by ${binding.kind} ${binding.name}${place}`;
}

/** Why a binding's subject is the identity. */
export function subjectWords(source: BindingSource | PolicySource): string {
  if (source.kind === "access-policy") return "";
  const { kind, name, namespace } = source.subject;
  return `to ${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
}

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  "role-missing": "names a role that is not there",
  impersonated: "does not count for somebody who is acted as (--as)",
  "other-principal": "is for an earlier principal of the same name",
};

const LACKS: Readonly<Record<Lack, string>> = {
  "resource-name": "it is limited to other names",
  verb: "it lacks the verb",
  "api-group": "it is for another API group",
  subresource: "it lacks the subresource",
  "resource-itself": "it is for subresources only",
  resource: "it is for other resources",
  url: "it is for other paths",
  "kind-of-rule": "it is for paths, not resources, or the other way round",
};

/** Why a grant does not allow what was asked; goes on after its name. */
export function refusedWords(why: WhyRefused): string {
  if (why.code === "no-rule") {
    if (why.nearest === null) return "has no rules";
    return `has no rule for it: in the nearest, ${why.nearest.lacks.map((lack) => LACKS[lack]).join(", ")}`;
  }
  if (why.code === "other-namespace")
    return `holds in another namespace${why.wouldAllow === true ? ", and would allow it there" : ""}`;
  if (why.code === "not-namespaced") return "holds in namespaces, and this lies in none";
  return OBSTACLES[why.code];
}

/** What is not known, so that more may be allowed than can be said. */
export const UNKNOWN_WORDS: Readonly<Record<UnknownCode, string>> = {
  "unknown-policy": "an access policy that is not known here",
  "unpublished-policy": "an access policy whose rules AWS does not publish",
  "unknown-scope": "a scope that is not known here",
  "unknown-subject-kind": "a kind of subject that is not known here",
  "unknown-role-kind": "a kind of role that is not known here",
  "unread-rules": "rules that could not be read",
  "unknown-entry-type": "a type of access entry that is not known here",
  "node-authorizer": "the Node authorizer, which decides by what runs on the node",
};
