import type { AuthorizationReason } from "../../parse/authorization-reason";
import type { Allowed, ReachAnswer } from "./explain-reach";
import type { GrantSource } from "./grant";
import { principalKey } from "./policy-grants";

/** What the API server was seen to decide, beside what was computed. */
export interface Comparison {
  readonly agreement: Agreement;
  /** The computed grant that the API server named. */
  readonly by: Allowed | null;
}

export type Agreement =
  /** It named a grant that allows it here too. */
  | "same-grant"
  /** It decided the same, and named no grant. */
  | "same-verdict"
  /** Allowed both times, by a grant that is not found here: objects have changed since, or were not read. */
  | "other-grant"
  | "other-verdict"
  /** Computed as unknown: what was seen settles it. */
  | "settles"
  /** It says nothing. */
  | "silent";

/** Lays the authorizer's own reason beside the computed answer to the same request of the same identity. */
export function compareObserved({ verdict, allowedBy }: ReachAnswer, seen: AuthorizationReason): Comparison {
  if (seen.kind === "undecided") return { agreement: "silent", by: null };
  const by = allowedBy.find(({ source }) => isNamed(source, seen)) ?? null;
  if (by !== null) return { agreement: "same-grant", by };
  if (verdict === "unknown") return { agreement: "settles", by };
  if ((verdict === "allowed") !== (seen.kind !== "refused")) return { agreement: "other-verdict", by };
  const namesGrant = seen.kind === "rbac" || seen.kind === "access-policy" || seen.kind === "masters";
  return { agreement: namesGrant ? "other-grant" : "same-verdict", by };
}

function isNamed(source: GrantSource, seen: AuthorizationReason): boolean {
  if (source.kind === "masters") return seen.kind === "masters";
  if (source.kind === "rbac") {
    const { kind, name, namespace } = source.binding;
    const binding = seen.kind === "rbac" ? seen.binding : null;
    return binding?.kind === kind && binding.name === name && binding.namespace === namespace;
  }
  if (seen.kind !== "access-policy" || seen.policyArn !== source.policyArn) return false;
  return seen.principalArn === null || principalKey(seen.principalArn) === principalKey(source.principalArn);
}
