import {
  BIGINT,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import { STREAMS } from "@/lib/domain/correlate/kept-request";
import type { KubeRequest } from "@/lib/domain/correlate/kube-request";
import { DAY_MS } from "@/lib/domain/time/durations";
import { timeWithin } from "../attempts/counted-rows";
import { Dimensions, type UseKeys } from "../attempts/dimensions";
import { numberOrNull, type Row } from "../sql-values";
import type { Writer } from "../writer";
import { type DayUse, foldUse } from "./fold-use";

/**
 * Counts anew what these requests, which were stored just now, add to: the use of their identities on their days. It is
 * counted from the requests that are stored, never added to, so that none counts twice; where fewer are left than were
 * counted once, because retention took them, that count stays.
 */
export async function writeUse(
  writer: Writer,
  dimensions: Dimensions,
  fresh: readonly Pick<KubeRequest, "timeMs" | "kubernetes">[],
): Promise<void> {
  const days = new Map<number, Set<string>>();
  for (const { timeMs, kubernetes } of fresh) {
    const day = Math.floor(timeMs / DAY_MS) * DAY_MS;
    days.set(day, (days.get(day) ?? new Set()).add(kubernetes.uid));
  }
  for (const [dayMs, uids] of days) await writeDay(writer, dimensions, dayMs, [...uids]);
}

/** Counts the use that all stored requests tell. */
export async function countUseAgain(writer: Writer): Promise<void> {
  const dimensions = new Dimensions();
  const days = await writer.rows(
    `SELECT DISTINCT time_ms // ${DAY_MS} * ${DAY_MS} AS day_ms FROM kube_write`,
  );
  for (const { day_ms } of days) {
    const day = timeWithin(dayOf(Number(day_ms)));
    const rows = await writer.rows(`SELECT DISTINCT uid FROM kube_write WHERE ${day}`);
    const uids = rows.map(({ uid }) => String(uid));
    await writeDay(writer, dimensions, Number(day_ms), uids);
  }
}

async function writeDay(
  writer: Writer,
  dimensions: Dimensions,
  dayMs: number,
  uids: readonly string[],
): Promise<void> {
  const uses = foldUse(await countDay(writer, dayMs, uids));
  const keys = await dimensions.keysOfUses(writer, uses);
  const rows = new Map(
    uses.map((use, i) => [keyOf(dayMs, keys[i] as UseKeys, use), toRow(use, keys[i] as UseKeys)]),
  );
  const identities = [...new Set(keys.map(({ kube_identity }) => kube_identity ?? 0))];
  const mine = `day_ms = ${dayMs} AND kube_identity_id IN (${identities.join(", ")})`;
  if (identities.length === 0) return;
  for (const stored of await writer.rows(`SELECT * FROM kube_use WHERE ${mine}`)) keepGreater(rows, stored);
  await writer.run(`DELETE FROM kube_use WHERE ${mine}`);
  await append(writer, [...rows.values()]);
}

const IS_STREAM = `coalesce(w.subresource IN (${[...STREAMS].map((name) => `'${name}'`).join(", ")}), false)`;

/** What is counted of requests, over `w`: each is one of three. */
export const USE_COUNTS = `count(*) FILTER (NOT w.denied AND NOT ${IS_STREAM})::INTEGER AS writes,
  count(*) FILTER (w.denied)::INTEGER AS denials, count(*) FILTER (NOT w.denied AND ${IS_STREAM})::INTEGER AS streams,
  min(w.time_ms) AS first_ms, max(w.time_ms) AS last_ms`;

function countDay(writer: Writer, dayMs: number, uids: readonly string[]): Promise<Row[]> {
  const within = timeWithin(dayOf(dayMs)).replaceAll("time_ms", "w.time_ms");
  return writer.rows(
    `SELECT ${dayMs} AS day_ms, s.cluster, w.canonical_arn, w.account_id, w.unique_id, w.session_name, w.username, w.uid,
        w.groups, w.access_key_id, w.user_agent, w.client_ip, count(*) AS n,
        ${USE_COUNTS}
      FROM kube_write w JOIN source s ON s.id = w.source_id
      WHERE ${within} AND w.uid IN (SELECT unnest($uids)) AND s.cluster IS NOT NULL GROUP BY ALL`,
    { uids },
  );
}

function dayOf(dayMs: number) {
  return { from: dayMs, to: dayMs + DAY_MS };
}

function keyOf(dayMs: number, keys: UseKeys, { accessKeyId }: Pick<DayUse, "accessKeyId">): string {
  return JSON.stringify([
    dayMs,
    keys.cluster,
    keys.caller,
    keys.session_name,
    keys.kube_identity,
    accessKeyId,
  ]);
}

function keepGreater(rows: Map<string, Row>, stored: Row): void {
  const keys = {
    cluster: Number(stored.cluster_id),
    caller: numberOrNull(stored.caller_id),
    session_name: numberOrNull(stored.session_name_id),
    kube_identity: Number(stored.kube_identity_id),
  };
  const accessKeyId = stored.access_key_id as string | null;
  const key = keyOf(Number(stored.day_ms), keys, { accessKeyId });
  const counted = rows.get(key);
  if (counted === undefined || countOf(stored) > countOf(counted)) rows.set(key, stored);
}

function countOf({ writes, denials, streams }: Row): number {
  return Number(writes) + Number(denials) + Number(streams);
}

function toRow(use: DayUse, keys: UseKeys): Row {
  return {
    day_ms: use.dayMs,
    cluster_id: keys.cluster,
    caller_id: keys.caller,
    session_name_id: keys.session_name,
    kube_identity_id: keys.kube_identity,
    access_key_id: use.accessKeyId,
    writes: use.writes,
    denials: use.denials,
    streams: use.streams,
    first_ms: use.firstMs,
    last_ms: use.lastMs,
    user_agents: use.userAgents,
    client_ips: use.clientIps,
  };
}

/** In the order of the table. */
const TYPES: readonly (readonly [name: string, type: DuckDBType])[] = [
  ["day_ms", BIGINT],
  ["cluster_id", INTEGER],
  ["caller_id", INTEGER],
  ["session_name_id", INTEGER],
  ["kube_identity_id", INTEGER],
  ["access_key_id", VARCHAR],
  ["writes", INTEGER],
  ["denials", INTEGER],
  ["streams", INTEGER],
  ["first_ms", BIGINT],
  ["last_ms", BIGINT],
  ["user_agents", LIST(VARCHAR)],
  ["client_ips", LIST(VARCHAR)],
];

async function append(writer: Writer, rows: readonly Row[]): Promise<void> {
  await writer.append(
    "kube_use",
    TYPES.map(([, type]) => type),
    TYPES.map(([name, type]) => rows.map((row) => toValue(row[name], type))),
  );
}

function toValue(value: unknown, type: DuckDBType): DuckDBValue {
  if (Array.isArray(value)) return listValue(value as string[]);
  return type === BIGINT ? BigInt(value as number | bigint) : (value as DuckDBValue);
}
