import type { AttemptFilter, FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { codeOfClass } from "./attempt-codes";
import type { DimensionName } from "./dimensions";
import { isCalled, NAMED_ORIGIN } from "../directory/named-origin";
import { type IdentitySql, identitySql } from "../identities/identity-sql";
import type { Param } from "../sql-values";

/** What a filter asks, as conditions over `a` (attempts, or counts of them) and `t` (`actor`). */
export interface FilterSql {
  /** Noise, unless a class is asked for: what no facet undoes. */
  readonly noise: string | null;
  readonly text: string | null;
  readonly identity: IdentitySql | null;
  /** What is asked of each facet; absent where it is left free. */
  readonly asked: ReadonlyMap<FacetName, string>;
  readonly params: Readonly<Record<string, Param>>;
}

export function filterSql(filter: AttemptFilter): FilterSql {
  const asked = new Map<FacetName, string>();
  const params: Record<string, Param> = {};
  for (const name of Object.keys(ASKED) as FacetName[]) {
    if (filter[name].length === 0) continue;
    asked.set(name, ASKED[name](filter));
    if (name !== "decision" && name !== "class") params[name] = [...filter[name]];
  }
  const noise = filter.noise === "fold" && filter.class.length === 0 ? NO_NOISE : null;
  const identity = filter.identity ? identitySql(filter.identity) : null;
  const all = { ...params, ...identity?.params };
  if (filter.text === "") return { noise, text: null, identity, asked, params: all };
  return { noise, text: SEARCH, identity, asked, params: { ...all, text: filter.text.toLowerCase() } };
}

/** Whether sums by actor cannot tell what is asked, so that the attempts themselves are needed. */
export function needsAttempts({ text, identity }: FilterSql): boolean {
  return text !== null || identity?.actor === null;
}

/** All that is asked but for the range, over `a`; `but` leaves one facet free. */
export function conditionsOf(
  { noise, text, identity, asked }: FilterSql,
  but: FacetName | null = null,
): string {
  const names = [...asked.keys()].filter((name) => name !== but);
  const own = names.filter((name) => !isOfActor(name)).map((name) => asked.get(name));
  const actors = names.filter(isOfActor).map((name) => asked.get(name));
  const among = actors.length === 0 ? null : ofActors(actors.join(" AND "));
  return (
    [noise, text, identity?.condition ?? null, ...own, among].filter((one) => one !== null).join(" AND ") ||
    "true"
  );
}

/** Whether a facet's values belong to the actor: who tried, and as whom. */
export function isOfActor(name: FacetName): boolean {
  return name !== "decision" && name !== "cluster";
}

const NO_NOISE = `a.class NOT IN (${codeOfClass("node")}, ${codeOfClass("aws")})`;

/** Values are looked up in the small dimension, the many attempts compare integers. */
const ASKED: Readonly<Record<FacetName, (filter: AttemptFilter) => string>> = {
  decision: ({ decision }) => (decision.length === 2 ? "true" : `a.granted = ${decision[0] === "granted"}`),
  class: (filter) => ofKinds(filter.class.map(codeOfClass)),
  origin: () =>
    within(
      "t",
      "origin",
      isCalled((column) => `list_contains($origin, ${column})`),
    ),
  cluster: () => within("a", "cluster", "list_contains($cluster, name)"),
  username: () => within("t", "kube_identity", "list_contains($username, username)"),
  group: () => within("t", "kube_identity", "list_has_any(groups, $group)"),
  role: () => within("t", "caller", "list_contains($role, role)"),
  session: () => within("t", "session_name", "list_contains($session, name)"),
  account: () => within("t", "caller", "list_contains($account, account_id)"),
};

/** Until an actor's origin is known, it is of the class that its lines show. */
function ofKinds(codes: readonly number[]): string {
  const among = `IN (${codes.join(", ")})`;
  return `CASE WHEN t.origin_id IS NULL THEN t.class ${among}
    ELSE t.origin_id IN (SELECT id FROM origin WHERE kind ${among}) END`;
}

function within(alias: "a" | "t", dimension: DimensionName | "origin", condition: string): string {
  return `coalesce(${alias}.${dimension}_id IN (SELECT id FROM ${dimension === "origin" ? NAMED_ORIGIN : dimension} WHERE ${condition}), false)`;
}

function ofActors(condition: string): string {
  return `a.actor_id IN (SELECT t.id FROM actor t WHERE ${condition})`;
}

const SEARCHED = "contains(search, $text)";
const OF_ACTOR = [
  ...(["caller", "kube_identity"] as const).map((name) => within("t", name, SEARCHED)),
  within("t", "origin", "contains(searched, $text)"),
];
const OF_ATTEMPT = (["session", "reason", "cluster"] as const).map((name) => within("a", name, SEARCHED));
const SEARCH = `(${[ofActors(OF_ACTOR.join(" OR ")), ...OF_ATTEMPT].join(" OR ")})`;
