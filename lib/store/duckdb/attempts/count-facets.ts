import type { FacetCount, Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import {
  type AttemptFilter,
  FACET_NAMES,
  type FacetName,
} from "@/lib/domain/summarize/attempts/attempt-filter";
import { classOfCode, codeOfClass } from "./attempt-codes";
import { countSessions } from "./count-attempts";
import { countedRows } from "./counted-rows";
import type { Database } from "../database";
import { NAMED_ORIGIN, ORIGIN_NAME } from "../directory/named-origin";
import { conditionsOf, type FilterSql, filterSql, needsAttempts } from "./filter-sql";
import type { Row } from "../sql-values";

/** What is counted by actor; beside the facets, what the totals need. The values are over `r`. */
const VALUES: Readonly<Record<string, string>> = {
  decision: "CASE WHEN r.granted THEN 'granted' ELSE 'denied' END",
  class: "r.kind::VARCHAR",
  origin: "r.origin",
  username: "r.username",
  role: "nullif(r.role, '')",
  session: "r.session_name",
  account: "r.account_id",
  total: "CASE WHEN r.granted THEN 'granted' ELSE 'denied' END",
  caller: "r.caller_id::VARCHAR",
  person: `CASE WHEN r.kind = ${codeOfClass("person")} THEN r.origin END`,
  folded: "r.class::VARCHAR",
};

/** Each facet's most frequent values, counted without its own filter, what is folded away, and totals. */
export async function countFacets(
  database: Database,
  { filter, limit }: { readonly filter: AttemptFilter; readonly limit: number },
  signal?: AbortSignal,
): Promise<Facets> {
  return database.snapshot(async (reader) => {
    const sql = filterSql(filter);
    const rows = await reader.rows(facetsSql(filter, sql), { ...sql.params, limit });
    const countOf = (facet: string, value: string) =>
      Number(rows.find((row) => row.facet === facet && row.value === value)?.count ?? 0);
    return {
      facets: Object.fromEntries(FACET_NAMES.map((name) => [name, toFacet(name, rows)])) as Facets["facets"],
      folded: {
        node: countOf("folded", String(codeOfClass("node"))),
        aws: countOf("folded", String(codeOfClass("aws"))),
      },
      totals: {
        granted: countOf("total", "granted"),
        denied: countOf("total", "denied"),
        callers: distinctOf("caller", rows),
        people: distinctOf("person", rows),
        sessions: await countSessions(reader, filter),
      },
    };
  }, signal);
}

/** Attempts are counted by actor once, the rest is asked of these counts; clusters and reasons need the attempts again. */
function facetsSql(filter: AttemptFilter, sql: FilterSql): string {
  const values = Object.entries(VALUES).map(
    ([name, value]) => `{f: '${name}', v: CASE WHEN ${metFor(sql, name)} THEN ${value} END}`,
  );
  return `WITH r AS MATERIALIZED (${actorsSql(filter, sql)}),
      c AS (SELECT u.f AS facet, u.v AS value, kind, n FROM (SELECT unnest([${values.join(", ")}]) AS u, kind, n FROM r)
        UNION ALL SELECT 'group', unnest(r.groups), NULL, r.n FROM r WHERE ${metFor(sql, "group")}
        UNION ALL ${attemptsSql(filter, sql, "cluster", "name")} UNION ALL ${attemptsSql(filter, sql, "reason", "code")}),
      k AS (SELECT facet, value, kind, sum(n) AS n FROM c GROUP BY ALL)
    SELECT facet, value, sum(n)::DOUBLE AS count, arg_max(kind, n * 256 - kind) AS kind, (count(*) OVER (PARTITION BY facet))::DOUBLE AS distinct_values
    FROM k WHERE value IS NOT NULL GROUP BY facet, value
    QUALIFY facet = 'folded' OR row_number() OVER (PARTITION BY facet ORDER BY count DESC, value) <= $limit
    ORDER BY count DESC, value`;
}

/** Granted and denied by actor, of the clusters asked for, with what the actor is and which filters it meets (`m_`). */
function actorsSql(filter: AttemptFilter, sql: FilterSql): string {
  const conditions = [
    ...sql.beside,
    sql.identity?.condition ?? null,
    sql.asked.get("cluster") ?? null,
    sql.asked.get("reason") ?? null,
  ].filter((one) => one !== null);
  const masks = [...maskedBy(sql)].map(([name, condition]) => `, ${condition} AS m_${name}`).join("");
  return `WITH g AS (SELECT a.actor_id, any_value(a.class) AS class, sum(a.n) FILTER (a.granted) AS yes,
        sum(a.n) FILTER (NOT a.granted) AS no
      FROM ${rowsOf(filter, sql)} a WHERE ${conditions.join(" AND ") || "true"} GROUP BY 1),
    a AS (SELECT actor_id, class, unnest([{granted: true, n: yes}, {granted: false, n: no}], recursive := true) FROM g)
    SELECT a.granted, a.class, a.n, t.caller_id, caller.role, caller.account_id, session_name.name AS session_name,
      kube_identity.username, kube_identity.groups,
      coalesce(origin.kind, t.class) AS kind, ${ORIGIN_NAME} AS origin, ${sql.noise ?? "true"} AS shown${masks}
    FROM a JOIN actor t ON t.id = a.actor_id LEFT JOIN caller ON caller.id = t.caller_id
      LEFT JOIN session_name ON session_name.id = t.session_name_id
      LEFT JOIN kube_identity ON kube_identity.id = t.kube_identity_id
      LEFT JOIN ${NAMED_ORIGIN} origin ON origin.id = t.origin_id WHERE a.n IS NOT NULL`;
}

/** What is of the attempt itself, not of its actor. */
function attemptsSql(
  filter: AttemptFilter,
  sql: FilterSql,
  name: "cluster" | "reason",
  column: string,
): string {
  const counted = `SELECT a.${name}_id AS id, sum(a.n) AS n FROM ${rowsOf(filter, sql)} a
    WHERE ${conditionsOf(sql, name)} GROUP BY 1`;
  return `SELECT '${name}', d.${column}, NULL, g.n FROM (${counted}) g JOIN ${name} d ON d.id = g.id`;
}

function rowsOf({ range }: AttemptFilter, sql: FilterSql): string {
  return countedRows(range, needsAttempts(sql) ? "attempt" : "day");
}

/** What is asked of the facets that `r` knows. */
function maskedBy({ asked }: FilterSql): ReadonlyMap<FacetName, string> {
  return new Map([...asked].filter(([name]) => name !== "cluster" && name !== "reason"));
}

/** A facet counts what meets all other filters; what is folded away is what would be shown with another class. */
function metFor(sql: FilterSql, name: string): string {
  const free = name === "folded" ? "class" : name;
  const others = [...maskedBy(sql).keys()].filter((one) => one !== free).map((one) => `r.m_${one}`);
  return [...(name === "folded" ? [] : ["r.shown"]), ...others].join(" AND ") || "true";
}

function toFacet(name: FacetName, rows: readonly Row[]): Facets["facets"][FacetName] {
  const own = rows.filter((row) => row.facet === name);
  const values = own.map(
    (row): FacetCount => ({
      value: textOf(name, row),
      count: Number(row.count),
      ...(name === "origin" ? { kind: classOfCode(Number(row.kind)) } : {}),
    }),
  );
  return { values, distinct: distinctOf(name, rows) };
}

function distinctOf(facet: string, rows: readonly Row[]): number {
  return Number(rows.find((row) => row.facet === facet)?.distinct_values ?? 0);
}

function textOf(name: FacetName, { value }: Row): string {
  return name === "class" ? classOfCode(Number(value)) : String(value);
}
