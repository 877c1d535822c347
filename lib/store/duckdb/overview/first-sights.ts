import type { NewcomerKind } from "@/lib/domain/summarize/overview/overview";
import type { FirstSight } from "@/lib/domain/summarize/overview/sort-news";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Viewer } from "@/lib/ports/viewer";
import { codeOfClass } from "../attempts/attempt-codes";
import { timeWithin } from "../attempts/counted-rows";
import { NAMED_ORIGIN, ORIGIN_NAME } from "../directory/named-origin";
import type { Reader } from "../sql-values";
import { NO_NOISE } from "./cluster-hours";
import { ofClusters } from "./of-clusters";

/**
 * Who was seen within a range at a cluster and never before there. What was before is told by the counts of whole days and
 * the attempts of the ragged one: some thousands of actors instead of all attempts. A username that holds the name of its session
 * is known where one that differs by the session's numbers alone is: tools count or stamp their sessions.
 */
export async function readFirstSights(
  reader: Reader,
  range: TimeRange,
  { limit, clusters }: { readonly limit: number; readonly clusters: Viewer["clusters"] },
): Promise<FirstSight[]> {
  const { condition, params } = ofClusters(clusters);
  const rows = await reader.rows(`${sightsSql(range, condition)} LIMIT $limit`, { ...params, limit });
  return rows.map((row) => ({
    kind: String(row.kind) as NewcomerKind,
    value: String(row.value),
    cluster: String(row.cluster),
    isKnownElsewhere: Boolean(row.known),
    firstMs: Number(row.first_ms),
    granted: Number(row.granted),
    denied: Number(row.denied),
  }));
}

function sightsSql(range: TimeRange, isSeen: string): string {
  const dayMs = Math.floor(range.from / DAY_MS) * DAY_MS;
  return `WITH came AS (SELECT actor_id, cluster_id, min(time_ms) AS first_ms, count(*) FILTER (granted) AS granted,
      count(*) FILTER (NOT granted) AS denied FROM attempt WHERE ${timeWithin(range)} AND ${NO_NOISE} AND ${isSeen} GROUP BY ALL),
    earlier AS (SELECT actor_id, cluster_id FROM usage_day WHERE ${timeWithin({ from: 0, to: dayMs })} AND ${NO_NOISE} AND ${isSeen}
      UNION SELECT actor_id, cluster_id FROM attempt WHERE ${timeWithin({ from: dayMs, to: range.from })} AND ${NO_NOISE} AND ${isSeen}),
    named AS (${NAMED}),
    now AS (SELECT kind, value, shape, cluster_id, min(first_ms)::DOUBLE AS first_ms, sum(granted)::DOUBLE AS granted,
      sum(denied)::DOUBLE AS denied FROM came JOIN named USING (actor_id) GROUP BY ALL),
    old AS (SELECT DISTINCT kind, shape, cluster_id FROM earlier JOIN named USING (actor_id))
  SELECT now.kind, now.value, cluster.name AS cluster, now.first_ms, now.granted, now.denied,
      (now.kind, now.shape) IN (SELECT (kind, shape) FROM old) AS known
    FROM now ANTI JOIN old USING (kind, shape, cluster_id) JOIN cluster ON cluster.id = now.cluster_id
    ORDER BY known, now.first_ms DESC, now.kind, now.value, cluster`;
}

/** A username without the numbers in its session's name. */
const SHAPE = `CASE WHEN coalesce(s.name, '') = '' THEN k.username
  ELSE replace(k.username, s.name, regexp_replace(s.name, '[0-9]{4,}', '#', 'g')) END`;

/** What each actor is called by. */
const NAMED = `SELECT actor_id, one.kind, one.value, coalesce(one.shape, one.value) AS shape FROM (
      SELECT t.id AS actor_id, unnest([
        {kind: 'person', value: CASE WHEN coalesce(origin.kind, t.class) = ${codeOfClass("person")} THEN ${ORIGIN_NAME} END, shape: NULL},
        {kind: 'role', value: caller.role, shape: NULL}, {kind: 'username', value: k.username, shape: ${SHAPE}}]
        || list_transform(coalesce(k.groups, []), lambda g: {kind: 'group', value: g, shape: NULL})) AS one
      FROM actor t LEFT JOIN caller ON caller.id = t.caller_id LEFT JOIN kube_identity k ON k.id = t.kube_identity_id
        LEFT JOIN session_name s ON s.id = t.session_name_id
        LEFT JOIN ${NAMED_ORIGIN} origin ON origin.id = t.origin_id) WHERE one.value <> ''`;
