import type { AttemptFilter, FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import { bucketsOver } from "@/lib/domain/time/time-buckets";

/** One table of plain typed columns, `flat`, and what the screen asks of it, as one would write it by hand. */
export const BUCKETS = 96;
export const FLAT_COLUMNS = [
  "granted",
  "class",
  "cluster",
  "username",
  "role",
  "session_name",
  "account",
] as const;
const COLUMN: Partial<Record<FacetName, string>> = { decision: "granted", session: "session_name" };

type Dialect = "duckdb" | "sqlite";

export interface ByHand {
  readonly total: string;
  readonly all: readonly string[];
}

export function byHandSql(filter: AttemptFilter, dialect: Dialect): ByHand {
  const { from, to } = filter.range;
  const base = [`time_ms >= ${from}`, `time_ms < ${to}`, "class NOT IN ('node', 'aws')"];
  if (filter.text !== "") base.push(textSql(filter.text.toLowerCase(), dialect));
  const asked = askedSql(filter, dialect);
  const where = [...base, ...(asked === null ? [] : [asked.sql])].join(" AND ");
  const { startMs, bucketMs } = bucketsOver(filter.range, BUCKETS);
  const bucket =
    dialect === "duckdb" ? `(time_ms - ${startMs}) // ${bucketMs}` : `(time_ms - ${startMs}) / ${bucketMs}`;
  const total = `SELECT count(*) AS n FROM flat WHERE ${where}`;
  const own = asked === null ? [] : [facetSql(asked.facet, base.join(" AND "), dialect)];
  const folded = [`time_ms >= ${from}`, `time_ms < ${to}`, ...(asked === null ? [] : [asked.sql])].join(
    " AND ",
  );
  return {
    total,
    all: [
      `SELECT * FROM flat WHERE ${where} ORDER BY time_ms DESC, id DESC LIMIT 100`,
      total,
      `SELECT ${bucket} AS b, granted, count(*) FROM flat WHERE ${where} GROUP BY 1, 2`,
      ...facetsSql(where, dialect),
      ...own,
      `SELECT count(DISTINCT caller), count(DISTINCT session) FROM flat WHERE ${where}`,
      `SELECT class, count(*) FROM flat WHERE ${folded} GROUP BY 1`,
    ],
  };
}

function facetsSql(where: string, dialect: Dialect): string[] {
  const group = facetSql("group", where, dialect);
  if (dialect === "sqlite") return [...FLAT_COLUMNS.map((one) => columnSql(one, where)), group];
  const sets = FLAT_COLUMNS.map((one) => `(${one})`).join(", ");
  const columns = FLAT_COLUMNS.join(", ");
  return [
    `SELECT ${columns}, count(*) AS n FROM flat WHERE ${where} GROUP BY GROUPING SETS (${sets})`,
    group,
  ];
}

function facetSql(facet: FacetName, where: string, dialect: Dialect): string {
  if (facet !== "group") return columnSql(COLUMN[facet] ?? facet, where);
  return dialect === "duckdb"
    ? `SELECT v, count(*) AS n FROM (SELECT unnest(groups) AS v FROM flat WHERE ${where}) GROUP BY 1 ORDER BY 2 DESC LIMIT 50`
    : `SELECT g.value AS v, count(*) AS n FROM flat, json_each(flat.groups) g WHERE ${where} GROUP BY 1 ORDER BY 2 DESC LIMIT 50`;
}

function columnSql(column: string, where: string): string {
  return `SELECT ${column} AS v, count(*) AS n FROM flat WHERE ${where} GROUP BY 1 ORDER BY 2 DESC LIMIT 50`;
}

function askedSql(filter: AttemptFilter, dialect: Dialect): { facet: FacetName; sql: string } | null {
  if (filter.decision.length === 1)
    return { facet: "decision", sql: `granted = ${filter.decision[0] === "granted"}` };
  for (const facet of ["cluster", "username"] as const) {
    const [value] = filter[facet];
    if (value !== undefined) return { facet, sql: `${facet} = ${quoted(value)}` };
  }
  const [group] = filter.group;
  if (group === undefined) return null;
  const sql =
    dialect === "duckdb"
      ? `list_contains(groups, ${quoted(group)})`
      : `EXISTS (SELECT 1 FROM json_each(flat.groups) j WHERE j.value = ${quoted(group)})`;
  return { facet: "group", sql };
}

function textSql(text: string, dialect: Dialect): string {
  return dialect === "duckdb" ? `contains(search, ${quoted(text)})` : `instr(search, ${quoted(text)}) > 0`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
