import type { FacetCount, Facets } from "@/lib/domain/summarize/attempt-counts";
import { type AttemptFilter, FACET_NAMES, type FacetName } from "@/lib/domain/summarize/attempt-filter";
import { classOfCode } from "./attempt-codes";
import type { Database, Row } from "./database";
import { type FilterSql, filterSql } from "./filter-sql";

/** The columns of `attempt` that are counted by; each is one grouping set. */
const COUNTED = [
  "granted",
  "class",
  "cluster_id",
  "kube_identity_id",
  "caller_id",
  "session_name_id",
] as const;
type Counted = (typeof COUNTED)[number];

/** How a facet's values follow from what was counted. `value` is over `g`, the counts, and `d`, the dimension. */
const FACETS: Readonly<Record<FacetName, { by: Counted; from: string; value: string }>> = {
  decision: { by: "granted", from: "g", value: "CASE WHEN g.granted THEN 'granted' ELSE 'denied' END" },
  class: { by: "class", from: "g", value: "g.class::VARCHAR" },
  cluster: { by: "cluster_id", from: "g JOIN cluster d ON d.id = g.cluster_id", value: "d.name" },
  username: {
    by: "kube_identity_id",
    from: "g JOIN kube_identity d ON d.id = g.kube_identity_id",
    value: "d.username",
  },
  group: {
    by: "kube_identity_id",
    from: "g JOIN kube_identity d ON d.id = g.kube_identity_id",
    value: "unnest(d.groups)",
  },
  role: { by: "caller_id", from: "g JOIN caller d ON d.id = g.caller_id", value: "nullif(d.role, '')" },
  session: {
    by: "session_name_id",
    from: "g JOIN session_name d ON d.id = g.session_name_id",
    value: "d.name",
  },
  account: { by: "caller_id", from: "g JOIN caller d ON d.id = g.caller_id", value: "d.account_id" },
};

/**
 * Each facet's most frequent values, counted without its own filter. The attempts are read once: an attempt that
 * misses the filter of one facet alone still counts for that one. Source: facts, stack §3 (grouping sets).
 */
export async function countByFacet(
  database: Database,
  filter: AttemptFilter,
  limit: number,
): Promise<Facets["facets"]> {
  const sql = filterSql(filter);
  const parts = FACET_NAMES.map((name) => facetSql(name));
  const rows = await database.rows(
    `WITH g AS MATERIALIZED (${countsSql(sql)}) ${parts.join(" UNION ALL ")}`,
    {
      ...sql.params,
      limit,
    },
  );
  return Object.fromEntries(FACET_NAMES.map((name) => [name, toFacet(name, rows)])) as Facets["facets"];
}

/** Counts by each column; `n_<facet>` leaves out what is asked of that facet. */
function countsSql({ base, asked }: FilterSql): string {
  const masks = [...asked].map(([name, condition]) => `${condition} AS m_${name}`);
  const missed = [...asked.keys()].map((name) => `(NOT m_${name})::INTEGER`);
  const some = missed.length === 0 ? "" : `WHERE ${missed.join(" + ")} <= 1`;
  const counts = FACET_NAMES.map((name) => `${countOf(name, [...asked.keys()])} AS n_${name}`);
  const attempts = `SELECT ${["a.granted", ...COUNTED.slice(1).map((one) => `a.${one}`), ...masks].join(", ")}
    FROM attempt a WHERE ${base}`;
  return `SELECT grouping(${COUNTED.join(", ")}) AS counted, ${COUNTED.join(", ")}, ${counts.join(", ")}
    FROM (${attempts}) ${some} GROUP BY GROUPING SETS (${COUNTED.map((one) => `(${one})`).join(", ")})`;
}

function countOf(facet: FacetName, asked: readonly FacetName[]): string {
  const others = asked.filter((name) => name !== facet).map((name) => `m_${name}`);
  return others.length === 0 ? "count(*)" : `count(*) FILTER (${others.join(" AND ")})`;
}

function facetSql(facet: FacetName): string {
  const { by, from, value } = FACETS[facet];
  return `(SELECT '${facet}' AS facet, value, sum(n)::INTEGER AS count, count(*) OVER ()::INTEGER AS distinct_values
    FROM (SELECT ${value} AS value, g.n_${facet} AS n FROM ${from} WHERE g.counted = ${groupingOf(by)} AND n > 0)
    WHERE value IS NOT NULL GROUP BY value ORDER BY count DESC, value LIMIT $limit)`;
}

/** What grouping() gives for the set of this column alone: a bit for each column that is not in it. */
function groupingOf(column: Counted): number {
  const all = 2 ** COUNTED.length - 1;
  return all - 2 ** (COUNTED.length - 1 - COUNTED.indexOf(column));
}

function toFacet(name: FacetName, rows: readonly Row[]): Facets["facets"][FacetName] {
  const own = rows.filter((row) => row.facet === name);
  const values = own.map((row): FacetCount => ({ value: textOf(name, row), count: Number(row.count) }));
  return { values, distinct: Number(own[0]?.distinct_values ?? 0) };
}

function textOf(name: FacetName, { value }: Row): string {
  return name === "class" ? classOfCode(Number(value)) : String(value);
}
