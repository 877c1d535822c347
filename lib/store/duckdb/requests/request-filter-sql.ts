import {
  REQUEST_FACETS,
  type RequestFacet,
  type RequestFilter,
} from "@/lib/domain/summarize/requests/request-filter";
import { timeWithin } from "../attempts/counted-rows";
import type { Param } from "../sql-values";

/** The column of each facet, over `w` (requests) and `s` (their source). */
export const COLUMN_OF: Readonly<Record<Exclude<RequestFacet, "outcome">, string>> = {
  verb: "w.verb",
  resource: "w.resource",
  namespace: "w.namespace",
  username: "w.username",
  cluster: "s.cluster",
};

export interface RequestSql {
  readonly where: string;
  readonly params: Readonly<Record<string, Param>>;
}

/** What a filter asks; `but` leaves one facet free. */
export function requestSql(filter: RequestFilter, but: RequestFacet | null = null): RequestSql {
  const params: Record<string, Param> = {};
  const conditions = [timeWithin(filter.range).replaceAll("time_ms", "w.time_ms")];
  for (const name of REQUEST_FACETS) {
    if (name === but || filter[name].length === 0) continue;
    if (name === "outcome") conditions.push(deniedIs(filter.outcome));
    else {
      conditions.push(`list_contains($${name}, ${COLUMN_OF[name]})`);
      params[name] = [...filter[name]];
    }
  }
  if (filter.name.length > 0) {
    conditions.push("list_contains($name, w.name)");
    params.name = [...filter.name];
  }
  if (filter.subresource !== undefined && filter.subresource.length > 0) {
    conditions.push("list_contains($subresource, w.subresource)");
    params.subresource = [...filter.subresource];
  }
  if (filter.text !== "") {
    conditions.push("contains(w.search, $text)");
    params.text = filter.text.toLowerCase();
  }
  return { where: conditions.join(" AND "), params };
}

function deniedIs(outcomes: RequestFilter["outcome"]): string {
  return outcomes.length === 2 ? "true" : `w.denied = ${outcomes[0] === "denied"}`;
}
