import { DAY_MS } from "@/lib/domain/time/durations";
import type { EpochMs } from "@/lib/domain/time/time-range";
import { timeWithin } from "../attempts/counted-rows";
import type { Snapshot } from "../sql-values";
import type { IdentitySql } from "./identity-sql";

/** A day of UTC with attempts. */
export interface UsedDay {
  readonly startMs: EpochMs;
  readonly attempts: number;
}

/** Where an identity's attempts are. */
export interface OwnAttempts extends Pick<IdentitySql, "counts"> {
  /** Which they are, over `a`: attempts, or counts of them. */
  readonly condition: string;
  /** Newest first. */
  readonly days: readonly UsedDay[];
}

/** Looks up once who an identity is, and on which days: the questions that follow compare integers, on these days. */
export async function findOwn(
  snapshot: Snapshot,
  { counts, ids, idColumn, params }: IdentitySql,
): Promise<OwnAttempts> {
  await snapshot.keep("own", ids, params);
  const isOwn = `a.${idColumn} IN (FROM own)`;
  const rows = await snapshot.rows(
    `SELECT (a.time_ms // ${DAY_MS} * ${DAY_MS})::DOUBLE AS start, sum(a.n)::DOUBLE AS n
      FROM ${counts} a WHERE ${isOwn} GROUP BY 1 ORDER BY 1 DESC`,
  );
  const days = rows.map((row) => ({ startMs: Number(row.start), attempts: Number(row.n) }));
  const range = { from: days.at(-1)?.startMs ?? 0, to: (days[0]?.startMs ?? 0) + DAY_MS };
  return { counts, days, condition: `${timeWithin(range)} AND ${isOwn}` };
}
