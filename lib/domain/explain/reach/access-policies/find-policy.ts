import { parseArn } from "../../../identity/arn";
import type { GrantedRule } from "../grant";
import { POLICY_ROWS, UNPUBLISHED } from "./policy-rules";

export type FoundPolicy =
  | { readonly kind: "known"; readonly rules: readonly GrantedRule[] }
  | { readonly kind: "unpublished" | "unknown" };

/** The rules of an access policy by its ARN, in any partition; one that is not known is not guessed. */
export function findPolicy(policyArn: string): FoundPolicy {
  const name = nameOf(policyArn);
  const found = name === null ? undefined : KNOWN.get(name);
  if (found !== undefined) return found;
  return { kind: name !== null && UNPUBLISHED.has(name) ? "unpublished" : "unknown" };
}

const RESOURCE = "cluster-access-policy/";

/** AWS's own policies stand in the account `aws`. */
function nameOf(policyArn: string): string | null {
  const arn = parseArn(policyArn);
  if (!arn.ok || arn.service !== "eks" || arn.accountId !== "aws") return null;
  return arn.resource.startsWith(RESOURCE) ? arn.resource.slice(RESOURCE.length) : null;
}

const KNOWN: ReadonlyMap<string, FoundPolicy> = new Map(
  [...POLICY_ROWS].map(([name, rows]) => {
    const rules = rows.map(([groups, resources, verbs, urls = ""], index) => ({
      index,
      apiGroups: wordsOf(groups).map((group) => (group === "core" ? "" : group)),
      resources: wordsOf(resources),
      verbs: wordsOf(verbs),
      resourceNames: [],
      nonResourceUrls: wordsOf(urls),
      statedBy: name,
    }));
    return [name, { kind: "known", rules }] as const;
  }),
);

function wordsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}
