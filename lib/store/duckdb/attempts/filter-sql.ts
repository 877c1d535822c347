import { askedOf } from "@/lib/domain/summarize/attempts/asked-values";
import {
  type AttemptFilter,
  FACET_NAMES,
  type FacetName,
} from "@/lib/domain/summarize/attempts/attempt-filter";
import { type IdentitySql, identitySql } from "../identities/identity-sql";
import type { Param } from "../sql-values";
import { codeOfClass } from "./attempt-codes";
import { facetSql, ofActors } from "./facet-sql";
import { MatchingSql } from "./matching-sql";
import { textSql, whereSql } from "./where-sql";

/** What a filter asks, as conditions over `a` (attempts, or counts of them) and `t` (`actor`). */
export interface FilterSql {
  /** Noise, unless a class is asked for: what no facet undoes. */
  readonly noise: string | null;
  /** What stands beside the facets, over attempts. */
  readonly beside: readonly string[];
  readonly identity: IdentitySql | null;
  /** What is asked of each facet; absent where it is left free. */
  readonly asked: ReadonlyMap<FacetName, string>;
  readonly params: Readonly<Record<string, Param>>;
}

/** What a filter asks, in SQL. */
export function filterSql(filter: AttemptFilter): FilterSql {
  const matching = new MatchingSql();
  const { where = [], text } = filter;
  const asked = new Map<FacetName, string>();
  for (const name of FACET_NAMES) {
    const condition = facetSql(name, askedOf(filter, name), matching);
    if (condition !== null) asked.set(name, condition);
  }
  const folds = filter.noise === "fold" && askedOf(filter, "class").included.length === 0;
  const identity = filter.identity ? identitySql(filter.identity) : null;
  const beside = [...(text === "" ? [] : [textSql(matching.within([text]))]), ...whereSql(where, matching)];
  const params = { ...matching.params, ...identity?.params };
  return { noise: folds ? NO_NOISE : null, beside, identity, asked, params };
}

/** Whether sums by actor cannot tell what is asked, so that the attempts themselves are needed. */
export function needsAttempts({ beside, identity }: FilterSql): boolean {
  return beside.length > 0 || identity?.actor === null;
}

/** All that is asked but for the range, over `a`; `but` leaves one facet free. */
export function conditionsOf(
  { noise, beside, identity, asked }: FilterSql,
  but: FacetName | null = null,
): string {
  const names = [...asked.keys()].filter((name) => name !== but);
  const own = names.filter((name) => !isOfActor(name)).map((name) => asked.get(name));
  const actors = names.filter(isOfActor).map((name) => asked.get(name));
  const among = actors.length === 0 ? null : ofActors(actors.join(" AND "));
  return (
    [noise, ...beside, identity?.condition ?? null, ...own, among]
      .filter((one) => one !== null)
      .join(" AND ") || "true"
  );
}

/** Whether a facet's values belong to the actor: who tried, and as whom. */
export function isOfActor(name: FacetName): boolean {
  return name !== "decision" && name !== "cluster" && name !== "reason";
}

const NO_NOISE = `a.class NOT IN (${codeOfClass("node")}, ${codeOfClass("aws")})`;
