import type { AttemptFilter, FacetName } from "@/lib/domain/summarize/attempt-filter";
import { codeOfClass } from "./attempt-codes";
import type { Param } from "./database";
import type { DimensionName } from "./dimensions";

/** Conditions over `attempt a` with their bound values. */
export interface FilterSql {
  /** Range, noise and text: what no facet undoes. */
  readonly base: string;
  /** What is asked of each facet; absent where it is left free. */
  readonly asked: ReadonlyMap<FacetName, string>;
  /** All together. */
  readonly where: string;
  readonly params: Readonly<Record<string, Param>>;
}

export function filterSql(filter: AttemptFilter): FilterSql {
  const params: Record<string, Param> = { from: filter.range.from, to: filter.range.to };
  const base = ["a.time_ms >= $from", "a.time_ms < $to"];
  if (filter.noise === "fold" && filter.class.length === 0) base.push(NO_NOISE);
  if (filter.text !== "") {
    params.text = filter.text.toLowerCase();
    base.push(SEARCH);
  }
  const asked = new Map<FacetName, string>();
  for (const name of Object.keys(ASKED) as FacetName[]) {
    if (filter[name].length === 0) continue;
    asked.set(name, ASKED[name](filter));
    if (name !== "decision" && name !== "class") params[name] = [...filter[name]];
  }
  return { base: base.join(" AND "), asked, where: [...base, ...asked.values()].join(" AND "), params };
}

const NO_NOISE = `a.class NOT IN (${codeOfClass("node")}, ${codeOfClass("aws")})`;

/** Values are looked up in the small dimension, the many attempts compare integers. */
const ASKED: Readonly<Record<FacetName, (filter: AttemptFilter) => string>> = {
  decision: ({ decision }) => (decision.length === 2 ? "true" : `a.granted = ${decision[0] === "granted"}`),
  class: (filter) => `a.class IN (${filter.class.map(codeOfClass).join(", ")})`,
  cluster: () => within("cluster", "list_contains($cluster, name)"),
  username: () => within("kube_identity", "list_contains($username, username)"),
  group: () => within("kube_identity", "list_has_any(groups, $group)"),
  role: () => within("caller", "list_contains($role, role)"),
  session: () => within("session_name", "list_contains($session, name)"),
  account: () => within("caller", "list_contains($account, account_id)"),
};

function within(dimension: DimensionName, condition: string): string {
  return `coalesce(a.${dimension}_id IN (SELECT id FROM ${dimension} WHERE ${condition}), false)`;
}

const SEARCHED: readonly DimensionName[] = ["caller", "session", "kube_identity", "reason", "cluster"];
const SEARCH = `(${SEARCHED.map((name) => within(name, "contains(search, $text)")).join(" OR ")})`;
