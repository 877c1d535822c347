import {
  BIGINT,
  BOOLEAN,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UHUGEINT,
  UTINYINT,
  VARCHAR,
} from "@duckdb/node-api";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { type AttemptOrigin, classToFold } from "@/lib/domain/correlate/chain/attempt-origin";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { codeOfClass, toStoredId } from "./attempt-codes";
import { timeWithin } from "./counted-rows";
import type { AttemptKeys, Dimensions } from "./dimensions";
import { findOrigins } from "../origins/find-origins";
import { replaceUsage } from "./usage-tables";
import type { Writer } from "../writer";

interface Stored {
  readonly attempt: Attempt;
  readonly keys: AttemptKeys;
  /** null: not traced yet. */
  readonly origin: AttemptOrigin | null;
  readonly actorId: number;
}

/** The columns of `attempt`, in the order of the table. */
const COLUMNS: readonly (readonly [DuckDBType, (stored: Stored) => DuckDBValue])[] = [
  [UHUGEINT, ({ attempt }) => toStoredId(attempt.id)],
  [BIGINT, ({ attempt }) => BigInt(Math.floor(attempt.timeMs))],
  [INTEGER, ({ keys }) => keys.cluster],
  [BOOLEAN, ({ attempt }) => attempt.decision === "granted"],
  [UTINYINT, ({ attempt, origin }) => codeOfClass(classToFold(attempt.class, origin))],
  [INTEGER, ({ keys }) => keys.caller],
  [INTEGER, ({ keys }) => keys.session],
  [INTEGER, ({ keys }) => keys.session_name],
  [INTEGER, ({ keys }) => keys.kube_identity],
  [INTEGER, ({ keys }) => keys.reason],
  [INTEGER, ({ actorId }) => actorId],
  [VARCHAR, ({ attempt }) => attempt.stsEndpoint],
  [VARCHAR, ({ attempt }) => (attempt.sts === null ? null : JSON.stringify(attempt.sts))],
  [VARCHAR, ({ attempt }) => JSON.stringify(attempt.evidence)],
];

/** Replaces the attempts of whole hours, and what is counted of them, by these. Runs within one transaction. */
export async function writeAttempts(
  writer: Writer,
  dimensions: Dimensions,
  hours: TimeRange,
  attempts: readonly Attempt[],
): Promise<void> {
  const stored = await withKeys(writer, dimensions, attempts);
  await writer.run(`DELETE FROM attempt WHERE ${timeWithin(hours)}`);
  await writer.append(
    "attempt",
    COLUMNS.map(([type]) => type),
    COLUMNS.map(([, read]) => stored.map(read)),
  );
  await replaceUsage(writer, hours);
  const { from, to } = hours;
  await writer.run("DELETE FROM stale_hour WHERE hour_ms >= $from AND hour_ms < $to", { from, to });
}

async function withKeys(
  writer: Writer,
  dimensions: Dimensions,
  attempts: readonly Attempt[],
): Promise<Stored[]> {
  const keys = await dimensions.keysOf(writer, attempts);
  const origins = await findOrigins(
    writer,
    attempts.map((attempt, i) => ({ attempt, sessionId: keys[i]?.session ?? null })),
  );
  const originIds = await dimensions.originIdsOf(writer, origins);
  const actors = attempts.map((attempt, i) => ({
    ...(keys[i] as AttemptKeys),
    class: codeOfClass(attempt.class),
    origin: originIds[i] ?? null,
  }));
  const actorIds = await dimensions.actorIdsOf(writer, actors);
  return attempts.map((attempt, i) => ({
    attempt,
    keys: keys[i] as AttemptKeys,
    origin: origins[i] ?? null,
    actorId: actorIds[i] as number,
  }));
}
