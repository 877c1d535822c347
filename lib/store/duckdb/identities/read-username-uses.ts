import type { ClusterUsername, UsernameUse } from "@/lib/domain/summarize/chain/shared-username";
import { NAMED_ORIGIN, ORIGIN_NAME, toNamedOrigin } from "../directory/named-origin";
import { type Reader, type Row, textOrNull } from "../sql-values";

/** Of each username; a name that a whole company shares is told by its most active. */
const MOST_USES = 100;
const MOST_SESSION_NAMES = 20;

const USES = `
  WITH asked AS (SELECT DISTINCT unnest($clusters) AS cluster, unnest($usernames) AS username),
  who AS (SELECT t.id, k.username, t.caller_id, t.origin_id, t.session_name_id,
      CASE WHEN coalesce(origin.name, origin.user_id) IS NULL THEN t.session_name_id END AS unnamed_id
    FROM actor t JOIN kube_identity k ON k.id = t.kube_identity_id LEFT JOIN origin ON origin.id = t.origin_id
    WHERE k.username IN (SELECT username FROM asked)),
  uses AS (SELECT c.name AS cluster, who.username, who.caller_id, who.origin_id, who.session_name_id, who.unnamed_id,
      sum(u.n) AS n, max(u.time_ms) AS last
    FROM usage_day u JOIN who ON who.id = u.actor_id JOIN cluster c ON c.id = u.cluster_id
    WHERE (c.name, who.username) IN (SELECT (cluster, username) FROM asked) GROUP BY ALL),
  holder AS (SELECT cluster, username, caller_id, origin_id, sum(n)::DOUBLE AS n, max(last)::DOUBLE AS last,
      arg_max(s.name, n, ${MOST_SESSION_NAMES}) AS session_names
    FROM uses LEFT JOIN session_name s ON s.id = uses.session_name_id
    GROUP BY cluster, username, caller_id, origin_id, unnamed_id
    QUALIFY row_number() OVER (PARTITION BY cluster, username ORDER BY sum(n) DESC, caller_id, unnamed_id) <= ${MOST_USES})`;

/** Who came as these usernames, by origin and caller; where the origin has no name, by the session's. */
export async function readUsernameUses(
  reader: Reader,
  usernames: readonly ClusterUsername[],
): Promise<UsernameUse[]> {
  if (usernames.length === 0) return [];
  const rows = await reader.rows(
    `${USES} SELECT h.cluster, h.username, h.n, h.last, caller.canonical_arn, h.session_names,
        origin.*, ${ORIGIN_NAME} AS shown
      FROM holder h LEFT JOIN caller ON caller.id = h.caller_id
        LEFT JOIN ${NAMED_ORIGIN} origin ON origin.id = h.origin_id
      ORDER BY h.n DESC, caller.canonical_arn, shown`,
    {
      clusters: usernames.map(({ cluster }) => cluster),
      usernames: usernames.map(({ username }) => username),
    },
  );
  return rows.map(toUse);
}

function toUse(row: Row): UsernameUse {
  return {
    cluster: String(row.cluster),
    username: String(row.username),
    origin: row.kind === null ? null : toNamedOrigin(row),
    canonicalArn: textOrNull(row.canonical_arn),
    sessionNames: ((row.session_names ?? []) as unknown[]).map(String),
    attempts: Number(row.n),
    lastDayMs: Number(row.last),
  };
}
