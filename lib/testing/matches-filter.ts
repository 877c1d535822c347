import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { classToFold, kindOf } from "@/lib/domain/correlate/chain/attempt-origin";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import { roleNameOf } from "@/lib/domain/identity/principal";
import {
  type AttemptFilter,
  FACET_NAMES,
  type FacetName,
  type FilterTerm,
} from "@/lib/domain/summarize/attempts/attempt-filter";
import { reasonMatches } from "@/lib/domain/summarize/attempts/search-language/reason-matches";
import { matchesPattern, occursIn } from "@/lib/domain/summarize/attempts/search-language/value-pattern";
import { ISSUED_FROM } from "./drawn-store";
import { isOfIdentity } from "./is-of-identity";

/** An attempt's values of a facet, as the screen shows them. */
export const FACET_VALUES: Record<FacetName, (attempt: TracedAttempt) => readonly string[]> = {
  decision: (a) => [a.decision],
  reason: (a) => [a.error === null ? null : reasonOfDenial(a.error)].filter((code) => code !== null),
  class: (a) => [kindOf(a)],
  origin: (a) => [a.origin?.name ?? a.origin?.userId ?? []].flat(),
  cluster: (a) => [a.cluster],
  username: (a) => (a.kubernetes ? [a.kubernetes.username] : []),
  group: (a) => a.kubernetes?.groups ?? [],
  role: (a) => (a.caller?.canonicalArn ? [roleNameOf(a.caller.canonicalArn)] : []),
  session: (a) => (a.caller?.sessionName ? [a.caller.sessionName] : []),
  account: (a) => (a.caller?.accountId ? [a.caller.accountId] : []),
};

export function isFolded({ class: byLines, origin }: TracedAttempt): boolean {
  return ["node", "aws"].includes(classToFold(byLines, origin));
}

/** Whether a filter finds an attempt; `without`: leaving out what is asked of that facet. */
export function matchesFilter(
  a: TracedAttempt,
  filter: AttemptFilter,
  without: FacetName | null = null,
): boolean {
  if (a.timeMs < filter.range.from || a.timeMs >= filter.range.to) return false;
  const { where = [] } = filter;
  const asksClass = filter.class.length > 0 || where.some((term) => term.key === "class" && !term.excluded);
  if (filter.noise === "fold" && !asksClass && isFolded(a)) return false;
  if (!textsOf(a).some((text) => text.includes(filter.text.toLowerCase()))) return false;
  if (filter.identity && !isOfIdentity(a, filter.identity)) return false;
  if (!meetsBeside(a, where)) return false;
  return FACET_NAMES.every((name) => {
    if (name === without) return true;
    const own = where.filter(({ key }) => key === name);
    const isOf = ({ pattern }: Pick<FilterTerm, "pattern">) =>
      name === "reason"
        ? a.error !== null && reasonMatches(pattern, a.error)
        : FACET_VALUES[name](a).some((value) => matchesPattern(pattern, value));
    const plain = filter[name].map((value) => ({ pattern: [value] }));
    const included = [...plain, ...own.filter(({ excluded }) => !excluded)];
    return (included.length === 0 || included.some(isOf)) && !own.some((term) => term.excluded && isOf(term));
  });
}

/** The keys that are no facets: any of a key's values, none of those excluded; all of the words. */
function meetsBeside(a: TracedAttempt, where: readonly FilterTerm[]): boolean {
  const { caller } = a;
  const is: Record<string, (pattern: FilterTerm["pattern"]) => boolean> = {
    text: (pattern) => textsOf(a).some((text) => occursIn(pattern, text)),
    key: (pattern) => matchesPattern(pattern, caller?.accessKeyId ?? ""),
    principal: (pattern) =>
      [caller?.canonicalArn, caller?.arn, caller?.uniqueId].some((id) => matchesPattern(pattern, id ?? "")),
    address: (pattern) => caller?.accessKeyId === "ASIAEXAMPLE1" && matchesPattern(pattern, ISSUED_FROM),
  };
  return Object.entries(is).every(([name, isOf]) => {
    const own = where.filter(({ key }) => key === name);
    const included = own.filter(({ excluded }) => !excluded).map(({ pattern }) => isOf(pattern));
    const meets = name === "text" ? included.every(Boolean) : included.length === 0 || included.some(Boolean);
    return meets && !own.some(({ excluded, pattern }) => excluded && isOf(pattern));
  });
}

/** As the store keeps them: a gap may reach from one value of a thing to the next, not to another thing's. */
function textsOf({ caller, kubernetes, cluster, error, origin }: TracedAttempt): string[] {
  const { arn, sessionName, accessKeyId, canonicalArn, accountId, uniqueId } = caller ?? {};
  const things = [
    [canonicalArn, accountId, uniqueId, canonicalArn ? roleNameOf(canonicalArn) : ""],
    [arn, sessionName, accessKeyId],
    [kubernetes?.username, ...(kubernetes?.groups ?? []), kubernetes?.uid],
    ...[[cluster], [error], [origin?.name]],
  ];
  return things.map((parts) => parts.filter(Boolean).join("\n").toLowerCase());
}
