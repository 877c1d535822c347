import type { WorkAsked, WorkRow } from "@/lib/domain/summarize/questions/entrances/kept-work";
import { timeWithin } from "../attempts/counted-rows";
import { type Reader, textOrNull } from "../sql-values";

/** What these usernames did at a cluster, by verb and resource, the most frequent first. */
export async function readWork(
  reader: Reader,
  { cluster, range, usernames, limit }: WorkAsked,
): Promise<WorkRow[]> {
  if (usernames.length === 0) return [];
  const rows = await reader.rows(
    `SELECT w.username, w.canonical_arn, w.session_name, w.verb,
        concat_ws('/', nullif(w.resource, ''), nullif(w.subresource, '')) AS resource,
        count(*)::DOUBLE AS n, (count(*) FILTER (w.denied))::DOUBLE AS denied, max(w.time_ms)::DOUBLE AS last
      FROM kube_write w WHERE ${timeWithin(range).replaceAll("time_ms", "w.time_ms")}
        AND w.source_id IN (SELECT id FROM source WHERE cluster = $cluster)
        AND w.username IN (SELECT unnest($usernames))
      GROUP BY ALL ORDER BY n DESC, last DESC, w.username, w.verb, resource LIMIT $limit`,
    { cluster, usernames, limit },
  );
  return rows.map((row) => ({
    username: String(row.username),
    canonicalArn: textOrNull(row.canonical_arn),
    sessionName: textOrNull(row.session_name),
    verb: String(row.verb),
    resource: String(row.resource),
    denied: Number(row.denied),
    count: Number(row.n),
    lastMs: Number(row.last),
  }));
}
