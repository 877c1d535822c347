import type { Grant, GrantedRule, GrantSource, Obstacle, UnknownGrant } from "./grant";
import type { Reach } from "./reach-of";
import type { ReachRequest } from "./request";
import { ruleAllows } from "./rule-matches";
import { type Miss, nearestMiss } from "./rule-miss";
import { covers } from "./scope";

/** Whether an identity may do something, and what each grant that concerns it has to do with that. */
export interface ReachAnswer {
  /** `unknown` = nothing known allows it, and something that is not known may. */
  readonly verdict: "allowed" | "refused" | "unknown";
  readonly allowedBy: readonly Allowed[];
  readonly refused: readonly Refused[];
  readonly unknown: readonly UnknownGrant[];
}

export interface Allowed {
  readonly source: GrantSource;
  /** The first rule that allows it; null = no rule is asked (system:masters). */
  readonly rule: GrantedRule | null;
}

/** A grant that concerns the identity and does not allow the request. */
export interface Refused {
  readonly source: Exclude<GrantSource, { kind: "masters" }>;
  readonly why: WhyRefused;
}

export type WhyRefused =
  | { readonly code: Obstacle }
  /** It holds in other namespaces, or (`not-namespaced`) in namespaces only, where the request lies in none. */
  | {
      readonly code: "other-namespace" | "not-namespaced";
      /** Whether it would allow it in its own namespaces; null = its rules are not known. */
      readonly wouldAllow: boolean | null;
    }
  | {
      readonly code: "no-rule";
      /** null = the role has no rules. */
      readonly nearest: Miss<GrantedRule> | null;
    };

/** Answers as the API server's authorizers do: one grant that allows is enough, and no grant can forbid. */
export function explainReach({ isMaster, grants, unknown: more }: Reach, request: ReachRequest): ReachAnswer {
  const allowedBy: Allowed[] = isMaster ? [{ source: { kind: "masters" }, rule: null }] : [];
  const refused: Refused[] = [];
  const unknown: UnknownGrant[] = [];
  for (const grant of grants) {
    const judged = judge(grant, request);
    if ("rule" in judged) allowedBy.push(judged);
    else if ("why" in judged) refused.push(judged);
    else unknown.push(judged);
  }
  unknown.push(...more);
  const otherwise = unknown.length > 0 ? "unknown" : "refused";
  return { verdict: allowedBy.length > 0 ? "allowed" : otherwise, allowedBy, refused, unknown };
}

/** What one grant has to do with a request. */
export function judge(grant: Grant, request: ReachRequest): Allowed | Refused | UnknownGrant {
  const { source, obstacle, rules } = grant;
  if (obstacle !== null) return { source, why: { code: obstacle } };
  const rule = rules.find((one) => ruleAllows(request, one));
  if (!covers(grant.scope, request)) return elsewhere(grant, request, rule !== undefined);
  if (rule !== undefined) return { source, rule };
  if (grant.unknown !== null) return unknownGrant(grant, grant.unknown);
  return { source, why: { code: "no-rule", nearest: nearestMiss(request, rules) } };
}

/** What is not known of a grant, with the word that stands for it. */
export function unknownGrant({ source }: Grant, code: UnknownGrant["code"]): UnknownGrant {
  return { code, what: unknownWord(source, code), source };
}

function unknownWord(source: Grant["source"], code: UnknownGrant["code"]): string {
  if (source.kind === "access-policy") return code === "unknown-scope" ? source.scope.type : source.policyArn;
  if (code === "unknown-subject-kind") return source.subject.kind;
  return code === "unknown-role-kind" ? source.role.kind : source.role.name;
}

function elsewhere({ source, unknown }: Grant, request: ReachRequest, allows: boolean): Refused {
  const isNowhere = request.kind === "url" || request.namespace === "";
  const wouldAllow = allows || unknown === null ? allows : null;
  return { source, why: { code: isNowhere ? "not-namespaced" : "other-namespace", wouldAllow } };
}
