import type { FacetCount, Facets } from "@/lib/domain/summarize/attempt-counts";
import { type AttemptFilter, FACET_NAMES, type FacetName } from "@/lib/domain/summarize/attempt-filter";
import { classOfCode, codeOfClass } from "./attempt-codes";
import { countSessions } from "./count-attempts";
import { countedRows } from "./counted-rows";
import type { Database, Reader, Row } from "./database";
import { conditionsOf, type FilterSql, filterSql } from "./filter-sql";

/** How a facet's values follow from the counts `r`, whose rows are actors, and the dimension `d`. */
const FACETS: Readonly<Record<Exclude<FacetName, "cluster">, { from: string; value: string }>> = {
  decision: { from: "r", value: "CASE WHEN r.granted THEN 'granted' ELSE 'denied' END" },
  class: { from: "r", value: "r.class::VARCHAR" },
  username: { from: "r JOIN kube_identity d ON d.id = r.kube_identity_id", value: "d.username" },
  group: { from: "r JOIN kube_identity d ON d.id = r.kube_identity_id", value: "unnest(d.groups)" },
  role: { from: "r JOIN caller d ON d.id = r.caller_id", value: "nullif(d.role, '')" },
  session: { from: "r JOIN session_name d ON d.id = r.session_name_id", value: "d.name" },
  account: { from: "r JOIN caller d ON d.id = r.caller_id", value: "d.account_id" },
};

/** Each facet's most frequent values, counted without its own filter, what is folded away, and totals. */
export async function countFacets(database: Database, filter: AttemptFilter, limit: number): Promise<Facets> {
  return database.snapshot(async (reader) => {
    const rows = [
      ...(await countActors(reader, filter, limit)),
      ...(await countClusters(reader, filter, limit)),
    ];
    const countOf = (value: string) =>
      Number(rows.find((row) => row.facet === "total" && row.value === value)?.count ?? 0);
    return {
      facets: Object.fromEntries(FACET_NAMES.map((name) => [name, toFacet(name, rows)])) as Facets["facets"],
      folded: { node: countOf("node"), aws: countOf("aws") },
      totals: {
        granted: countOf("granted"),
        denied: countOf("denied"),
        callers: countOf("callers"),
        sessions: await countSessions(reader, filter),
      },
    };
  });
}

/** What follows from who tried and as whom: attempts are counted by actor once, the rest is asked of these counts. */
function countActors(reader: Reader, filter: AttemptFilter, limit: number): Promise<Row[]> {
  const sql = filterSql(filter);
  const masks = [...maskedBy(sql)].map(([name, condition]) => `, ${condition} AS m_${name}`).join("");
  const facets = Object.entries(FACETS).map(([name, { from, value }]) =>
    topOf(
      name,
      `SELECT ${value} AS value, r.n AS n FROM ${from} WHERE r.shown AND ${met(sql, name as FacetName)}`,
    ),
  );
  return reader.rows(
    `WITH g AS MATERIALIZED (${actorsSql(filter, sql)}),
      a AS (SELECT *, true AS granted, yes AS n FROM g WHERE yes > 0 UNION ALL SELECT *, false, no FROM g WHERE no > 0),
      r AS MATERIALIZED (SELECT a.granted, a.class, a.n, t.caller_id, t.session_name_id, t.kube_identity_id,
        ${sql.noise ?? "true"} AS shown${masks} FROM a JOIN actor t ON t.id = a.actor_id)
    ${[...facets, ...totalsSql(sql)].join(" UNION ALL ")}`,
    { ...sql.params, limit },
  );
}

/** Granted and denied by actor, of the clusters asked for. */
function actorsSql({ range }: AttemptFilter, { text, asked }: FilterSql): string {
  const conditions = [text, asked.get("cluster") ?? null].filter((one) => one !== null);
  return `SELECT a.actor_id, any_value(a.class) AS class, coalesce(sum(a.n) FILTER (a.granted), 0) AS yes,
      coalesce(sum(a.n) FILTER (NOT a.granted), 0) AS no
    FROM ${countedRows(range, text === null ? "day" : "attempt")} a WHERE ${conditions.join(" AND ") || "true"} GROUP BY 1`;
}

function countClusters(reader: Reader, { range, ...filter }: AttemptFilter, limit: number): Promise<Row[]> {
  const sql = filterSql({ range, ...filter, cluster: [] });
  const rows = countedRows(range, sql.text === null ? "day" : "attempt");
  const counted = `SELECT a.cluster_id, sum(a.n) AS n FROM ${rows} a WHERE ${conditionsOf(sql)} GROUP BY 1`;
  const named = `SELECT d.name AS value, g.n FROM (${counted}) g JOIN cluster d ON d.id = g.cluster_id`;
  return reader.rows(topOf("cluster", named), { ...sql.params, limit });
}

/** What is asked of the facets that `r` knows. */
function maskedBy({ asked }: FilterSql): ReadonlyMap<FacetName, string> {
  return new Map([...asked].filter(([name]) => name !== "cluster"));
}

function met(sql: FilterSql, but: FacetName | null): string {
  const others = [...maskedBy(sql).keys()].filter((name) => name !== but);
  return others.map((name) => `r.m_${name}`).join(" AND ") || "true";
}

function topOf(facet: string, counted: string): string {
  return `(SELECT '${facet}' AS facet, value, sum(n)::DOUBLE AS count, (count(*) OVER ())::DOUBLE AS distinct_values
    FROM (${counted}) WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value LIMIT $limit)`;
}

function totalsSql(sql: FilterSql): string[] {
  const shown = `r.shown AND ${met(sql, null)}`;
  const folded = (name: "node" | "aws") => `r.class = ${codeOfClass(name)} AND ${met(sql, "class")}`;
  const sums: readonly (readonly [string, string, string])[] = [
    ["granted", "sum(r.n)", `r.granted AND ${shown}`],
    ["denied", "sum(r.n)", `NOT r.granted AND ${shown}`],
    ["callers", "count(DISTINCT r.caller_id)", shown],
    ["node", "sum(r.n)", folded("node")],
    ["aws", "sum(r.n)", folded("aws")],
  ];
  return sums.map(
    ([value, sum, condition]) =>
      `(SELECT 'total' AS facet, '${value}' AS value, ${sum}::DOUBLE AS count, 0 FROM r WHERE ${condition})`,
  );
}

function toFacet(name: FacetName, rows: readonly Row[]): Facets["facets"][FacetName] {
  const own = rows.filter((row) => row.facet === name);
  const values = own.map((row): FacetCount => ({ value: textOf(name, row), count: Number(row.count) }));
  return { values, distinct: Number(own[0]?.distinct_values ?? 0) };
}

function textOf(name: FacetName, { value }: Row): string {
  return name === "class" ? classOfCode(Number(value)) : String(value);
}
