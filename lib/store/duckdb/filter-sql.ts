import type { AttemptFilter, FacetName } from "@/lib/domain/summarize/attempt-filter";
import type { Param } from "./database";

/** A WHERE clause over ATTEMPTS with its bound values. */
export interface FilterSql {
  readonly where: string;
  readonly params: Readonly<Record<string, Param>>;
}

/** Attempts with their dimensions; `a` is the attempt, then cluster, caller, session, Kubernetes identity, reason. */
export const ATTEMPTS = `attempt a
  JOIN cluster c ON c.id = a.cluster_id
  LEFT JOIN caller p ON p.id = a.caller_id
  LEFT JOIN session s ON s.id = a.session_id
  LEFT JOIN kube_identity k ON k.id = a.kube_identity_id
  LEFT JOIN reason r ON r.id = a.reason_id`;

/** What a facet's values are, as an expression over ATTEMPTS. A group facet has several a row. */
export const FACET_SQL: Readonly<Record<FacetName, string>> = {
  decision: "CASE WHEN a.granted THEN 'granted' ELSE 'denied' END",
  class: "a.class",
  cluster: "c.name",
  username: "k.username",
  group: "unnest(k.groups)",
  role: "nullif(p.role, '')",
  session: "nullif(s.session_name, '')",
  account: "p.account_id",
};

const NAMES = Object.keys(FACET_SQL) as FacetName[];

/** The filter as SQL; `without` leaves one facet's own values out, so that its counts do not collapse. */
export function filterSql(filter: AttemptFilter, without: FacetName | null = null): FilterSql {
  const terms = ["a.time_ms >= $from", "a.time_ms < $to"];
  const params: Record<string, Param> = { from: filter.range.from, to: filter.range.to };
  for (const name of NAMES) {
    if (name === without || filter[name].length === 0) continue;
    params[name] = [...filter[name]];
    terms.push(
      name === "group" ? "list_has_any(k.groups, $group)" : `list_contains($${name}, ${FACET_SQL[name]})`,
    );
  }
  if (filter.noise === "fold" && filter.class.length === 0) terms.push("a.class NOT IN ('node', 'aws')");
  if (filter.text !== "") {
    params.text = filter.text.toLowerCase();
    terms.push(SEARCH);
  }
  return { where: terms.join(" AND "), params };
}

const SEARCH = `(contains(coalesce(p.search, ''), $text) OR contains(coalesce(s.search, ''), $text)
  OR contains(coalesce(k.search, ''), $text) OR contains(coalesce(r.search, ''), $text)
  OR contains(lower(c.name), $text))`;
