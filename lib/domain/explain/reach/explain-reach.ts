import type { Grant, GrantedRule, GrantSource, Obstacle, UnknownGrant } from "./grant";
import type { Reach } from "./reach-of";
import type { ReachRequest } from "./request";
import type { Miss } from "./rule-miss";
import { createRuleSearch, type RuleSearch } from "./rule-search";
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
  const search = createRuleSearch(request);
  const allowedBy: Allowed[] = isMaster ? [{ source: { kind: "masters" }, rule: null }] : [];
  const refused: Refused[] = [];
  const unknown: UnknownGrant[] = [];
  for (const grant of grants) {
    const { source } = grant;
    const why = whyRefused(grant, search);
    const rule = why === null ? search.find(grant.rules) : null;
    if (why !== null) refused.push({ source, why });
    else if (rule !== null) allowedBy.push({ source, rule });
    else if (grant.unknown !== null) unknown.push(unknownGrant(grant, grant.unknown));
  }
  unknown.push(...more);
  const otherwise = unknown.length > 0 ? "unknown" : "refused";
  return { verdict: allowedBy.length > 0 ? "allowed" : otherwise, allowedBy, refused, unknown };
}

/** null = the grant allows the request, or may. */
function whyRefused(grant: Grant, { request, find, nearest }: RuleSearch): WhyRefused | null {
  const { obstacle, rules, unknown } = grant;
  if (obstacle !== null) return { code: obstacle };
  const allows = find(rules) !== null;
  if (covers(grant.scope, request))
    return allows || unknown !== null ? null : { code: "no-rule", nearest: nearest(rules) };
  const isNowhere = request.kind === "url" || request.namespace === "";
  const wouldAllow = allows || unknown === null ? allows : null;
  return { code: isNowhere ? "not-namespaced" : "other-namespace", wouldAllow };
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
