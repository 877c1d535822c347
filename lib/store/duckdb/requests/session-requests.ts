import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { CLOCKS_MS, LET_IN_MS } from "@/lib/domain/correlate/request-sessions";
import type { KeptUse, StoredRequest } from "@/lib/domain/summarize/requests/request-page";
import { spanOf } from "@/lib/domain/time/span-of";
import type { SessionRequests } from "@/lib/ports/request-store";
import { timeWithin } from "../attempts/counted-rows";
import type { Database } from "../database";
import { readTracedAttempts } from "../attempts/read-attempts";
import type { Row } from "../sql-values";
import { FROM_REQUESTS, REQUEST_COLUMNS, readRequest } from "./read-request";

/** Addresses and agents of one session that are named. */
const MOST_NAMED = 5;

/** By key where a record tells it, else by session name; uid and username are the same in any case. */
export function requestsOf(
  database: Database,
  { cluster, mark, range }: SessionRequests,
  limit: number,
): Promise<{ rows: StoredRequest[]; use: KeptUse | null }> {
  const { accessKeyId, sessionName } = mark.caller;
  const { uid, username } = mark.kubernetes;
  const mine =
    accessKeyId !== null
      ? "w.access_key_id = $accessKeyId"
      : sessionName === null
        ? "true"
        : "w.session_name = $sessionName";
  const where = `${timeWithin(range).replaceAll("time_ms", "w.time_ms")} AND s.cluster = $cluster AND w.uid = $uid
    AND w.username = $username AND ${mine}`;
  const named = accessKeyId !== null ? { accessKeyId } : sessionName === null ? {} : { sessionName };
  const params = { cluster, uid, username, ...named };
  return database.snapshot(async (reader) => {
    const found = await reader.rows(
      `SELECT ${REQUEST_COLUMNS} FROM ${FROM_REQUESTS} WHERE ${where} ORDER BY w.time_ms DESC, w.id DESC LIMIT $limit`,
      { ...params, limit },
    );
    const [counted] = await reader.rows(
      `SELECT count(*)::DOUBLE AS n, min(w.time_ms)::DOUBLE AS first, max(w.time_ms)::DOUBLE AS last,
        list(DISTINCT w.client_ip) AS ips, list(DISTINCT w.user_agent) AS agents FROM ${FROM_REQUESTS} WHERE ${where}`,
      params,
    );
    return { rows: found.map(readRequest), use: toUse(counted) };
  });
}

function toUse(row: Row | undefined): KeptUse | null {
  if (row === undefined || Number(row.n) === 0) return null;
  return {
    requests: Number(row.n),
    firstMs: Number(row.first),
    lastMs: Number(row.last),
    clientIps: named(row.ips),
    userAgents: named(row.agents),
  };
}

function named(values: unknown): string[] {
  const texts = (Array.isArray(values) ? values : []).filter((one): one is string => typeof one === "string");
  return texts.sort().slice(0, MOST_NAMED);
}

/** Of the same uid and username, from a token's life before each request on. */
export async function attemptsBefore(
  database: Database,
  requests: readonly StoredRequest[],
): Promise<TracedAttempt[]> {
  if (requests.length === 0) return [];
  const span = spanOf(requests.map(({ timeMs }) => timeMs));
  const within = timeWithin({ from: span.from - LET_IN_MS, to: span.to + CLOCKS_MS });
  const rows = await database.rows(
    `SELECT * FROM attempt WHERE rowid IN (SELECT a.rowid
      FROM (SELECT rowid, time_ms, kube_identity_id FROM attempt WHERE ${within} AND granted) a
      JOIN kube_identity k ON k.id = a.kube_identity_id
      JOIN (SELECT unnest($uids) AS uid, unnest($usernames) AS username, unnest($times)::BIGINT AS at) r
        ON r.uid = k.uid AND r.username = k.username AND a.time_ms >= r.at - ${LET_IN_MS} AND a.time_ms <= r.at + ${CLOCKS_MS})`,
    {
      uids: requests.map(({ kubernetes }) => kubernetes.uid),
      usernames: requests.map(({ kubernetes }) => kubernetes.username),
      times: requests.map(({ timeMs }) => timeMs),
    },
  );
  return readTracedAttempts(database, rows);
}
