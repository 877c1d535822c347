import type {
  ClientAddress,
  ClusterUse,
  KubernetesUse,
} from "@/lib/domain/summarize/requests/kubernetes-use";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { IdentitySql } from "../identities/identity-sql";
import type { Row, Snapshot } from "../sql-values";
import { USE_COUNTS } from "./write-use";

const MOST_AGENTS = 10;
const MOST_ADDRESSES = 50;

/**
 * What an identity did in Kubernetes, of all days that were counted; null = nothing that is kept. An identity's own names
 * tell it; for whoever stands at the start of a chain, the sessions that are traced to them.
 */
export async function readUse(
  snapshot: Snapshot,
  { actor, hasOrigin, params }: Pick<IdentitySql, "actor" | "hasOrigin" | "params">,
): Promise<KubernetesUse | null> {
  const uses = actor === null ? USES_OF_KEY : hasOrigin ? tracedTo(actor) : namedBy(actor);
  await snapshot.keep("used", `WITH ${uses} FROM u`, params);
  const clusters = (await snapshot.rows(BY_CLUSTER)).map(toClusterUse);
  if (clusters.length === 0) return null;
  const [total] = await snapshot.rows(
    "SELECT count(DISTINCT day_ms)::INTEGER AS days, count(*) FILTER (shared)::INTEGER AS shared FROM used",
  );
  return {
    days: Number(total?.days ?? 0),
    clusters,
    isShared: Number(total?.shared ?? 0) > 0,
    userAgents: (await snapshot.rows(AGENTS)).map(({ agent }) => String(agent)),
    addresses: (await snapshot.rows(ADDRESSES)).map(toAddress),
  };
}

/** A key's own uses are counted where its session's name names nobody; else the requests tell, as long as they are kept. */
const USES_OF_KEY = `k AS (FROM kube_use WHERE access_key_id = $identity),
  u AS (SELECT day_ms, cluster_id, writes, denials, streams, first_ms, last_ms, user_agents, client_ips, false AS shared FROM k
    UNION ALL SELECT w.time_ms // ${DAY_MS} * ${DAY_MS} AS day_ms, c.id, ${USE_COUNTS},
      list(DISTINCT w.user_agent), list(DISTINCT w.client_ip), false
    FROM kube_write w JOIN source s ON s.id = w.source_id JOIN cluster c ON c.name = s.cluster
    WHERE w.access_key_id = $identity AND NOT EXISTS (FROM k) GROUP BY 1, 2)`;

/** All rows of `kube_use`, and whether they are an identity's by its own names. */
function rated(actor: string): string {
  return `rated AS (SELECT t.*, (${actor}) AS own FROM (SELECT *, NULL::INTEGER AS origin_id FROM kube_use) t)`;
}

/** `u`: those that are. */
function namedBy(actor: string): string {
  return `${rated(actor)}, u AS (SELECT *, false AS shared FROM rated WHERE own)`;
}

/**
 * Those too whose sessions were traced to it: by their keys where a key is known, else by role and session name. `shared`:
 * others are behind the same role and session name, and nothing in the row tells which of them it was.
 */
function tracedTo(actor: string): string {
  return `mine AS (SELECT id, caller_id, session_name_id FROM actor t WHERE ${actor}),
    theirs AS (SELECT DISTINCT caller_id, session_name_id FROM actor
      WHERE origin_id IS NOT NULL AND id NOT IN (SELECT id FROM mine)),
    keyed AS (SELECT s.access_key_id AS key, bool_or(a.actor_id IN (SELECT id FROM mine)) AS is_mine
      FROM attempt a JOIN session s ON s.id = a.session_id
      WHERE s.access_key_id IN (SELECT access_key_id FROM kube_use) GROUP BY 1),
    ${rated(actor)},
    u AS (SELECT r.*, NOT own AND k.key IS NULL AND EXISTS (FROM theirs o WHERE ${isSameName("o")}) AS shared
      FROM rated r LEFT JOIN keyed k ON k.key = r.access_key_id
      WHERE own OR coalesce(k.is_mine, EXISTS (FROM mine m WHERE ${isSameName("m")})))`;
}

function isSameName(alias: string): string {
  return `${alias}.caller_id IS NOT DISTINCT FROM r.caller_id AND ${alias}.session_name_id IS NOT DISTINCT FROM r.session_name_id`;
}

const BY_CLUSTER = `SELECT c.name AS cluster, count(DISTINCT day_ms)::DOUBLE AS days, sum(writes)::DOUBLE AS writes,
    sum(denials)::DOUBLE AS denials, sum(streams)::DOUBLE AS streams, min(first_ms)::DOUBLE AS first, max(last_ms)::DOUBLE AS last
  FROM used u JOIN cluster c ON c.id = u.cluster_id GROUP BY 1 ORDER BY sum(u.writes + u.denials + u.streams) DESC, cluster`;

/** On most days first. */
const AGENTS = `SELECT agent, count(*) AS n FROM (SELECT day_ms, unnest(user_agents) AS agent FROM used)
  GROUP BY 1 ORDER BY n DESC, agent LIMIT ${MOST_AGENTS}`;

const ADDRESSES = `SELECT address, count(DISTINCT day_ms)::DOUBLE AS days, max(day_ms)::DOUBLE AS last
  FROM (SELECT day_ms, unnest(client_ips) AS address FROM used) GROUP BY 1 ORDER BY last DESC, days DESC, address LIMIT ${MOST_ADDRESSES}`;

function toClusterUse(row: Row): ClusterUse {
  return {
    cluster: String(row.cluster),
    days: Number(row.days),
    writes: Number(row.writes),
    denials: Number(row.denials),
    streams: Number(row.streams),
    firstMs: Number(row.first),
    lastMs: Number(row.last),
  };
}

function toAddress(row: Row): ClientAddress {
  return { address: String(row.address), days: Number(row.days), lastDayMs: Number(row.last) };
}
