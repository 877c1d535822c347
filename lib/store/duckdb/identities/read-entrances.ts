import { callerOfArn } from "@/lib/domain/explain/mapping/caller-of-arn";
import type { MappedCaller } from "@/lib/domain/explain/mapping/mapped-caller";
import type { Entrance, EntrancesAsked } from "@/lib/domain/summarize/questions/entrances/entrance";
import { classOfCode, codeOfClass, fromStoredId } from "../attempts/attempt-codes";
import { timeWithin } from "../attempts/counted-rows";
import { NAMED_ORIGIN, toNamedOrigin } from "../directory/named-origin";
import { type Reader, type Row, textOrNull } from "../sql-values";

const MOST_SESSION_NAMES = 20;
const [NODE, AWS, UNKNOWN] = (["node", "aws", "unknown"] as const).map(codeOfClass);

/**
 * Who came in to a cluster, by stretches of time, the most active first. Attempts are counted by actor before anything is
 * joined to them, so that a million of them are some thousand rows.
 */
export async function readEntrances(
  reader: Reader,
  { cluster, range, bounds, limit }: EntrancesAsked,
): Promise<Entrance[]> {
  const counted = `SELECT actor_id, ${stretchSql(bounds)} AS stretch, count(*) AS n, min(time_ms) AS first,
      max(time_ms) AS last, arg_max(id, time_ms) AS id
    FROM attempt WHERE granted AND ${timeWithin(range)} AND cluster_id IN (SELECT id FROM cluster WHERE name = $cluster)
    GROUP BY ALL`;
  const rows = await reader.rows(`WITH counted AS (${counted}), ${CAME}`, { cluster, limit });
  return rows.map(toEntrance);
}

/** Numbers, so that no text gets in. */
function stretchSql(bounds: readonly number[]): string {
  const cases = bounds.map((ms, i) => `WHEN time_ms < ${BigInt(Math.ceil(ms))} THEN ${i}`);
  return cases.length === 0 ? "0" : `CASE ${cases.join(" ")} ELSE ${cases.length} END`;
}

/** `pooled`: nodes, unless somebody else is behind their role. Sessions are told apart where nothing names who is behind. */
const CAME = `who AS (SELECT counted.*, t.class, t.caller_id, t.session_name_id, t.kube_identity_id, t.origin_id,
      t.class = ${NODE} AND coalesce(o.kind, ${NODE}) IN (${NODE}, ${AWS}, ${UNKNOWN}) AS pooled,
      coalesce(o.name, o.user_id) IS NULL AS unnamed
    FROM counted JOIN actor t ON t.id = counted.actor_id LEFT JOIN origin o ON o.id = t.origin_id),
  came AS (SELECT stretch, class, caller_id, CASE WHEN NOT pooled THEN origin_id END AS origin_id,
      CASE WHEN NOT pooled THEN kube_identity_id END AS own_identity_id,
      CASE WHEN NOT pooled AND unnamed THEN session_name_id END AS own_session_id,
      arg_max(session_name_id, actor_id) AS session_id, arg_max(kube_identity_id, actor_id) AS identity_id,
      arg_max(s.name, who.n, ${MOST_SESSION_NAMES}) AS session_names,
      sum(who.n)::DOUBLE AS attempts, min(who.first)::DOUBLE AS first_ms, max(who.last)::DOUBLE AS last_ms,
      arg_max(who.id, who.last) AS attempt_id
    FROM who LEFT JOIN session_name s ON s.id = who.session_name_id GROUP BY ALL
    ORDER BY attempts DESC, attempt_id LIMIT $limit)
  SELECT came.stretch, came.class, came.session_names, came.attempts, came.first_ms, came.last_ms, came.attempt_id,
      caller.canonical_arn, caller.account_id, caller.unique_id, s.name AS session_name, k.username, k.groups, origin.*
    FROM came LEFT JOIN caller ON caller.id = came.caller_id LEFT JOIN session_name s ON s.id = came.session_id
      LEFT JOIN kube_identity k ON k.id = came.identity_id LEFT JOIN ${NAMED_ORIGIN} origin ON origin.id = came.origin_id
    ORDER BY came.attempts DESC, came.attempt_id`;

function toEntrance(row: Row): Entrance {
  return {
    stretch: Number(row.stretch),
    class: classOfCode(Number(row.class)),
    origin: row.kind === null ? null : toNamedOrigin(row),
    caller: toCaller(row),
    sessionNames: toTexts(row.session_names),
    username: textOrNull(row.username) ?? "",
    groups: toTexts(row.groups),
    attempts: Number(row.attempts),
    firstMs: Number(row.first_ms),
    lastMs: Number(row.last_ms),
    attemptId: fromStoredId(row.attempt_id),
  };
}

function toCaller(row: Row): MappedCaller | null {
  const canonicalArn = textOrNull(row.canonical_arn);
  if (canonicalArn === null) return null;
  const sessionName = textOrNull(row.session_name) ?? "";
  return {
    arn: callerOfArn(canonicalArn, sessionName)?.arn ?? canonicalArn,
    canonicalArn,
    accountId: textOrNull(row.account_id) ?? canonicalArn.split(":")[4] ?? "",
    userId: textOrNull(row.unique_id) ?? "",
    sessionName,
    accessKeyId: "",
  };
}

function toTexts(values: unknown): string[] {
  return ((values ?? []) as unknown[]).map(String);
}
