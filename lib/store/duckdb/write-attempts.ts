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
import type { TimeRange } from "@/lib/domain/time/time-range";
import { codeOfClass, toStoredId } from "./attempt-codes";
import { writeSessionStarts } from "./chains/session-starts";
import { timeWithin } from "./counted-rows";
import type { AttemptKeys, Dimensions } from "./dimensions";
import { replaceUsage } from "./usage-tables";
import type { Writer } from "./writer";

type Stored = { readonly attempt: Attempt; readonly keys: AttemptKeys };

/** The columns of `attempt`, in the order of the table. */
const COLUMNS: readonly (readonly [DuckDBType, (stored: Stored) => DuckDBValue])[] = [
  [UHUGEINT, ({ attempt }) => toStoredId(attempt.id)],
  [BIGINT, ({ attempt }) => BigInt(Math.floor(attempt.timeMs))],
  [INTEGER, ({ keys }) => keys.cluster],
  [BOOLEAN, ({ attempt }) => attempt.decision === "granted"],
  [UTINYINT, ({ attempt }) => codeOfClass(attempt.class)],
  [INTEGER, ({ keys }) => keys.caller],
  [INTEGER, ({ keys }) => keys.session],
  [INTEGER, ({ keys }) => keys.session_name],
  [INTEGER, ({ keys }) => keys.kube_identity],
  [INTEGER, ({ keys }) => keys.reason],
  [INTEGER, ({ keys }) => keys.actor],
  [VARCHAR, ({ attempt }) => attempt.stsEndpoint],
  [VARCHAR, ({ attempt }) => (attempt.sts === null ? null : JSON.stringify(attempt.sts))],
  [VARCHAR, ({ attempt }) => JSON.stringify(attempt.evidence)],
];

/** Replaces the attempts of an hour, and what is counted of them, by these. Runs within one transaction. */
export async function writeAttempts(
  writer: Writer,
  dimensions: Dimensions,
  hour: TimeRange,
  attempts: readonly Attempt[],
): Promise<void> {
  const keys = await dimensions.keysOf(writer, attempts);
  const stored = attempts.map((attempt, i) => ({ attempt, keys: keys[i] as AttemptKeys }));
  await writer.run(`DELETE FROM attempt WHERE ${timeWithin(hour)}`);
  await writer.append(
    "attempt",
    COLUMNS.map(([type]) => type),
    COLUMNS.map(([, read]) => stored.map(read)),
  );
  await writeSessionStarts(
    writer,
    stored.map(({ attempt, keys: { session } }) => ({ attempt, sessionId: session })),
  );
  await replaceUsage(writer, hour);
  await writer.run("DELETE FROM stale_hour WHERE hour_ms = $from", { from: hour.from });
}
