import { CALLER_CLASSES } from "@/lib/domain/correlate/attempt";
import { type AskedValues, isAsked } from "@/lib/domain/summarize/attempts/asked-values";
import type { FacetName, ValuePattern } from "@/lib/domain/summarize/attempts/attempt-filter";
import { isCalled, NAMED_ORIGIN } from "../directory/named-origin";
import { codeOfClass } from "./attempt-codes";
import type { DimensionName } from "./dimensions";
import type { ColumnSql, MatchingSql } from "./matching-sql";

/** What is asked of a facet, as a condition over `a` and `t`; null = nothing. */
export function facetSql(name: FacetName, asked: AskedValues, matching: MatchingSql): string | null {
  const { included, excluded } = asked;
  if (included.length + excluded.length === 0) return null;
  if (name === "decision") return ofDecisions(["granted", "denied"].filter((one) => isAsked(asked, one)));
  if (name === "class") return ofKinds(CALLER_CLASSES.filter((one) => isAsked(asked, one)).map(codeOfClass));
  const is = (patterns: readonly ValuePattern[]) => ofDimension(name, patterns, matching);
  return [
    ...(included.length === 0 ? [] : [is(included)]),
    ...(excluded.length === 0 ? [] : [`NOT ${is(excluded)}`]),
  ].join(" AND ");
}

function ofDecisions(decisions: readonly string[]): string {
  if (decisions.length === 2) return "true";
  return decisions.length === 0 ? "false" : `a.granted = ${decisions[0] === "granted"}`;
}

/** Until an actor's origin is known, it is of the class that its lines show. */
function ofKinds(codes: readonly number[]): string {
  if (codes.length === 0) return "false";
  const among = `IN (${codes.join(", ")})`;
  return `CASE WHEN t.origin_id IS NULL THEN t.class ${among}
    ELSE t.origin_id IN (SELECT id FROM origin WHERE kind ${among}) END`;
}

type Place = readonly [alias: "a" | "t", dimension: DimensionName | "origin", column: string];

const PLACES: Readonly<Record<Exclude<FacetName, "decision" | "class">, Place>> = {
  origin: ["t", "origin", ""],
  cluster: ["a", "cluster", "name"],
  reason: ["a", "reason", "code"],
  username: ["t", "kube_identity", "username"],
  group: ["t", "kube_identity", "groups"],
  role: ["t", "caller", "role"],
  session: ["t", "session_name", "name"],
  account: ["t", "caller", "account_id"],
};

/** Values are looked up in the small dimension, the many attempts compare integers. */
function ofDimension(
  name: keyof typeof PLACES,
  patterns: readonly ValuePattern[],
  matching: MatchingSql,
): string {
  const [alias, dimension, column] = PLACES[name];
  const matches: ColumnSql = name === "group" ? matching.ofAnyIn(patterns) : matching.ofAny(patterns);
  if (name === "reason") return within(alias, dimension, ofReasons(matches(column), patterns, matching));
  return within(alias, dimension, name === "origin" ? isCalled(matches) : matches(column));
}

/** By its code, or because the words stand in the error text. */
function ofReasons(isCode: string, patterns: readonly ValuePattern[], matching: MatchingSql): string {
  return [isCode, ...patterns.map((pattern) => matching.within(pattern)("search"))].join(" OR ");
}

/** Whether an attempt's, or an actor's, value of a dimension meets a condition; that it has none is no. */
export function within(alias: "a" | "t", dimension: DimensionName | "origin", condition: string): string {
  return `coalesce(${alias}.${dimension}_id IN (SELECT id FROM ${dimension === "origin" ? NAMED_ORIGIN : dimension} WHERE ${condition}), false)`;
}

export function ofActors(condition: string): string {
  return `a.actor_id IN (SELECT t.id FROM actor t WHERE ${condition})`;
}
