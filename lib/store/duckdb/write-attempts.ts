import { BOOLEAN, DOUBLE, INTEGER, VARCHAR } from "@duckdb/node-api";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Writer } from "./database";
import type { Dimensions } from "./dimensions";

/** Replaces the attempts of an hour by these. Runs within one transaction. */
export async function writeAttempts(
  writer: Writer,
  dimensions: Dimensions,
  hour: TimeRange,
  attempts: readonly Attempt[],
): Promise<void> {
  const keys = attempts.map((attempt) => dimensions.keysOf(attempt));
  await dimensions.flush(writer);
  const range = { from: hour.from, to: hour.to };
  await writer.run("DELETE FROM attempt WHERE time_ms >= $from AND time_ms < $to", range);
  await writer.append(
    "attempt",
    [
      VARCHAR,
      DOUBLE,
      INTEGER,
      BOOLEAN,
      VARCHAR,
      INTEGER,
      INTEGER,
      INTEGER,
      INTEGER,
      VARCHAR,
      VARCHAR,
      VARCHAR,
    ],
    [
      attempts.map(({ id }) => id),
      attempts.map(({ timeMs }) => timeMs),
      keys.map(({ cluster }) => cluster),
      attempts.map(({ decision }) => decision === "granted"),
      attempts.map((attempt) => attempt.class),
      keys.map(({ caller }) => caller),
      keys.map(({ session }) => session),
      keys.map(({ kubeIdentity }) => kubeIdentity),
      keys.map(({ reason }) => reason),
      attempts.map(({ stsEndpoint }) => stsEndpoint),
      attempts.map(({ sts }) => (sts === null ? null : JSON.stringify(sts))),
      attempts.map(({ evidence }) => JSON.stringify(evidence)),
    ],
  );
  await writer.run("DELETE FROM stale_hour WHERE hour_ms = $from", { from: hour.from });
}
