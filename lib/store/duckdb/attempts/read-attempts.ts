import type { Attempt, CallerClass } from "@/lib/domain/correlate/attempt";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { classOfCode, fromStoredId } from "./attempt-codes";
import { DIMENSIONS, type DimensionName } from "./dimensions";
import { NAMED_ORIGIN, toNamedOrigin } from "../directory/named-origin";
import { type Reader, type Row, textOrNull } from "../sql-values";

/** The dimensions' rows of one attempt. */
type Values = Readonly<Record<DimensionName, Row | null>>;

/** Rows of `attempt` with who is behind each. */
export async function readTracedAttempts(reader: Reader, rows: readonly Row[]): Promise<TracedAttempt[]> {
  const { attempts, actors } = await readWithActors(reader, rows);
  const origins = await readDimension(reader, "origin", [...actors.values()]);
  return attempts.map((attempt, i) => {
    const found = origins.get(Number(actors.get(Number(rows[i]?.actor_id))?.origin_id));
    return { ...attempt, origin: found === undefined ? null : toNamedOrigin(found) };
  });
}

/**
 * Rows of `attempt` with what their integers stand for, of the class that their lines show. Few rows: each dimension is
 * asked once, by id.
 */
export async function readAttempts(reader: Reader, rows: readonly Row[]): Promise<Attempt[]> {
  return (await readWithActors(reader, rows)).attempts;
}

async function readWithActors(
  reader: Reader,
  rows: readonly Row[],
): Promise<{ readonly attempts: Attempt[]; readonly actors: ReadonlyMap<number, Row> }> {
  const found = await Promise.all(DIMENSIONS.map((name) => readDimension(reader, name, rows)));
  const actors = await readDimension(reader, "actor", rows);
  const attempts = rows.map((row) => {
    const values = DIMENSIONS.map((name, i) => [name, found[i]?.get(Number(row[`${name}_id`])) ?? null]);
    const byLines = classOfCode(Number(actors.get(Number(row.actor_id))?.class));
    return toAttempt(row, byLines, Object.fromEntries(values) as Values);
  });
  return { attempts, actors };
}

/** By id, those that the rows name. */
async function readDimension(
  reader: Reader,
  name: DimensionName | "actor" | "origin",
  rows: readonly Row[],
): Promise<ReadonlyMap<number, Row>> {
  const ids = [...new Set(rows.map((row) => row[`${name}_id`]).filter((id) => id !== null))].map(Number);
  if (ids.length === 0) return new Map();
  // The bounds let whole blocks be left out: what was met together has ids that lie together.
  const bounds = `id >= ${Math.min(...ids)} AND id <= ${Math.max(...ids)}`;
  const found = await reader.rows(
    `SELECT * FROM ${name === "origin" ? NAMED_ORIGIN : name} WHERE ${bounds} AND id IN (${ids.join(", ")})`,
  );
  return new Map(found.map((row) => [Number(row.id), row]));
}

function toAttempt(row: Row, byLines: CallerClass, values: Values): Attempt {
  return {
    id: fromStoredId(row.id),
    timeMs: Number(row.time_ms),
    cluster: String(values.cluster?.name),
    decision: row.granted === true ? "granted" : "denied",
    class: byLines,
    caller: toCaller(values),
    kubernetes: values.kube_identity === null ? null : toKubernetes(values.kube_identity),
    error: textOrNull(values.reason?.error),
    stsEndpoint: textOrNull(row.sts_endpoint),
    sts: row.sts === null ? null : (JSON.parse(String(row.sts)) as Attempt["sts"]),
    evidence: JSON.parse(String(row.evidence)) as Attempt["evidence"],
  };
}

function toCaller({ caller, session }: Values): Attempt["caller"] {
  if (caller === null) return null;
  return {
    arn: textOrNull(session?.arn),
    canonicalArn: textOrNull(caller.canonical_arn),
    accountId: textOrNull(caller.account_id),
    uniqueId: textOrNull(caller.unique_id),
    sessionName: textOrNull(session?.session_name),
    accessKeyId: textOrNull(session?.access_key_id),
  };
}

function toKubernetes(row: Row): NonNullable<Attempt["kubernetes"]> {
  const groups = Array.isArray(row.groups) ? row.groups.map(String) : [];
  return { username: String(row.username), groups, uid: String(row.uid) };
}
