import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { AttemptPage } from "@/lib/domain/summarize/attempt-page";
import { InvalidQuery } from "@/lib/ports/event-store";
import type { AttemptQuery } from "@/lib/ports/investigations";
import type { Database, Row } from "./database";
import { ATTEMPTS, filterSql } from "./filter-sql";
import { textOrNull } from "./read-window";

const COLUMNS = `a.*, c.name AS cluster, p.key AS caller_key, p.canonical_arn, p.account_id, p.unique_id, s.arn,
  s.session_name, s.access_key_id, k.key AS kube_key, k.username, k.groups, k.uid, r.key AS error`;

/** One page, newest first by (time, id). */
export async function searchAttempts(database: Database, query: AttemptQuery): Promise<AttemptPage> {
  const { where, params } = filterSql(query.filter);
  const after = query.cursor === null ? null : readCursor(query.cursor);
  const from = after === null ? "" : " AND (a.time_ms < $time OR (a.time_ms = $time AND a.id < $id))";
  const [found, counted] = await Promise.all([
    database.rows(
      `SELECT ${COLUMNS} FROM ${ATTEMPTS} WHERE ${where}${from} ORDER BY a.time_ms DESC, a.id DESC LIMIT $limit`,
      { ...params, ...after, limit: query.limit + 1 },
    ),
    database.rows(`SELECT count(*)::INTEGER AS total FROM ${ATTEMPTS} WHERE ${where}`, params),
  ]);
  const rows = found.slice(0, query.limit).map(toAttempt);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : writeCursor(last), total: Number(counted[0]?.total ?? 0) };
}

export async function findAttempt(database: Database, id: string): Promise<Attempt | null> {
  const [row] = await database.rows(`SELECT ${COLUMNS} FROM ${ATTEMPTS} WHERE a.id = $id`, { id });
  return row === undefined ? null : toAttempt(row);
}

function writeCursor({ timeMs, id }: Attempt): string {
  return `${timeMs}.${id}`;
}

function readCursor(cursor: string): { time: number; id: string } {
  const match = /^(\d{1,15})\.([0-9a-f]{32})$/.exec(cursor);
  if (match === null) throw new InvalidQuery("cursor", "is not one that a former page gave");
  return { time: Number(match[1]), id: String(match[2]) };
}

function toAttempt(row: Row): Attempt {
  return {
    id: String(row.id),
    timeMs: Number(row.time_ms),
    cluster: String(row.cluster),
    decision: row.granted === true ? "granted" : "denied",
    class: String(row.class) as Attempt["class"],
    caller: row.caller_key === null ? null : toCaller(row),
    kubernetes: row.kube_key === null ? null : toKubernetes(row),
    error: textOrNull(row.error),
    stsEndpoint: textOrNull(row.sts_endpoint),
    sts: row.sts === null ? null : (JSON.parse(String(row.sts)) as Attempt["sts"]),
    evidence: JSON.parse(String(row.evidence)) as Attempt["evidence"],
  };
}

function toCaller(row: Row): NonNullable<Attempt["caller"]> {
  return {
    arn: textOrNull(row.arn),
    canonicalArn: textOrNull(row.canonical_arn),
    accountId: textOrNull(row.account_id),
    uniqueId: textOrNull(row.unique_id),
    sessionName: textOrNull(row.session_name),
    accessKeyId: textOrNull(row.access_key_id),
  };
}

function toKubernetes(row: Row): NonNullable<Attempt["kubernetes"]> {
  const groups = Array.isArray(row.groups) ? row.groups.map(String) : [];
  return { username: String(row.username), groups, uid: String(row.uid) };
}
