import { roleNameOf } from "@/lib/domain/identity/principal";
import { callerOfArn } from "@/lib/domain/explain/mapping/caller-of-arn";
import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import type { EpochMs } from "@/lib/domain/time/time-range";
import { classOfCode, codeOfClass } from "../attempts/attempt-codes";
import { NAMED_ORIGIN, ORIGIN_NAME } from "../directory/named-origin";
import { type Reader, type Row, textOrNull } from "../sql-values";

const SEEN = `
  WITH counted AS (SELECT u.actor_id, sum(u.n) AS n, coalesce(sum(u.n) FILTER (u.granted), 0) AS granted, max(u.time_ms) AS last
    FROM usage_day u JOIN cluster c ON c.id = u.cluster_id
    WHERE c.name = $cluster AND u.time_ms >= $sinceMs GROUP BY u.actor_id),
  seen AS (SELECT t.class, t.caller_id, CASE WHEN t.class <> ${codeOfClass("node")} THEN t.session_name_id END AS session_id,
      max(t.session_name_id) AS any_session_id, max(t.origin_id) AS origin_id,
      sum(n)::DOUBLE AS n, sum(granted)::DOUBLE AS granted, max(last)::DOUBLE AS last
    FROM counted JOIN actor t ON t.id = counted.actor_id WHERE t.caller_id IS NOT NULL GROUP BY ALL)
  SELECT seen.class, seen.n, seen.granted, seen.last, caller.canonical_arn, caller.account_id, caller.unique_id,
      s.name AS session_name, ${ORIGIN_NAME} AS shown
    FROM seen JOIN caller ON caller.id = seen.caller_id LEFT JOIN session_name s ON s.id = seen.any_session_id
      LEFT JOIN ${NAMED_ORIGIN} origin ON origin.id = seen.origin_id
    WHERE caller.canonical_arn IS NOT NULL
    ORDER BY seen.n DESC, caller.canonical_arn, session_name LIMIT $limit`;

/** Who came to a cluster since then, by whole days of UTC, the most active first. */
export async function callersSeen(
  reader: Reader,
  {
    cluster,
    sinceMs,
    limit,
  }: { readonly cluster: string; readonly sinceMs: EpochMs; readonly limit: number },
): Promise<SeenCaller[]> {
  const rows = await reader.rows(SEEN, { cluster, sinceMs, limit });
  return rows.map(toCaller);
}

function toCaller(row: Row): SeenCaller {
  const canonicalArn = String(row.canonical_arn);
  const sessionName = textOrNull(row.session_name) ?? "";
  const role = roleNameOf(canonicalArn);
  return {
    arn: callerOfArn(canonicalArn, sessionName)?.arn ?? canonicalArn,
    canonicalArn,
    accountId: textOrNull(row.account_id) ?? canonicalArn.split(":")[4] ?? "",
    userId: textOrNull(row.unique_id) ?? "",
    sessionName,
    accessKeyId: "",
    class: classOfCode(Number(row.class)),
    name: textOrNull(row.shown) ?? (sessionName === "" ? role : sessionName),
    attempts: Number(row.n),
    granted: Number(row.granted),
    lastDayMs: Number(row.last),
  };
}
