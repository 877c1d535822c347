import type { Allowed, ReachAnswer, Refused } from "../explain-reach";
import type { GrantedRule, GrantSource, UnknownGrant } from "../grant";

/** An answer as lines, to be compared with those a case expects. */
export function tellAnswer({ verdict, allowedBy, refused, unknown }: ReachAnswer) {
  return {
    verdict,
    by: allowedBy.map(tellAllowed),
    refused: refused.map(tellRefused),
    unknown: unknown.map(tellUnknown),
  };
}

/** `ClusterRoleBinding devs > ClusterRole view [0] for Group devs` */
export function tellAllowed({ source, rule }: Allowed): string {
  if (source.kind === "masters" || rule === null) return "system:masters";
  if (source.kind === "access-policy") return `${tellSource(source)} [${rule.index}]`;
  const { kind, name, namespace } = source.subject;
  const who = `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
  return `${tellSource(source)} > ${source.role.kind} ${source.role.name} ${tellRule(source, rule)} for ${who}`;
}

/** `ClusterRoleBinding devs: [0] lacks verb` */
export function tellRefused({ source, why }: Refused): string {
  const told = `${tellSource(source)}: ${why.code}`;
  if ("wouldAllow" in why) return `${told}${why.wouldAllow ? ", would allow" : ""}`;
  if (why.code !== "no-rule") return told;
  if (why.nearest === null) return `${tellSource(source)}: no rules`;
  return `${tellSource(source)}: ${tellRule(source, why.nearest.rule)} lacks ${why.nearest.lacks.join(", ")}`;
}

function tellUnknown({ code, what }: UnknownGrant): string {
  return `${code} ${what.slice(what.lastIndexOf("/") + 1)}`;
}

function tellSource(source: Exclude<GrantSource, { kind: "masters" }>): string {
  if (source.kind === "access-policy") {
    const { type, namespaces } = source.scope;
    const name = source.policyArn.slice(source.policyArn.lastIndexOf("/") + 1);
    return `${name} in ${type === "namespace" ? namespaces.join(",") : type}`;
  }
  const { kind, name, namespace } = source.binding;
  return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
}

/** The role is named where it is another than the bound one. */
function tellRule(source: GrantSource, { index, statedBy }: GrantedRule): string {
  const isAggregated = source.kind === "rbac" && statedBy !== source.role.name;
  return `[${isAggregated ? `${statedBy} ` : ""}${index}]`;
}
