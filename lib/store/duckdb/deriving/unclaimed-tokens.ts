import { DOUBLE, VARCHAR } from "@duckdb/node-api";
import type { StsCandidate } from "@/lib/domain/correlate/sts-candidate";
import type { PresentedTokens } from "@/lib/domain/summarize/attempts/presented-tokens";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { Database } from "../database";
import { textOrNull } from "../sql-values";
import type { Writer } from "../writer";

/** Replaces those of some hours by these. Runs within the transaction that replaces its attempts. */
export async function writeUnclaimedTokens(
  writer: Writer,
  { from, to }: TimeRange,
  tokens: readonly StsCandidate[],
): Promise<void> {
  await writer.run("DELETE FROM unclaimed_token WHERE time_ms >= $from AND time_ms < $to", { from, to });
  const columns = [
    tokens.map(({ timeMs }) => timeMs),
    tokens.map(({ eventId }) => eventId),
    tokens.map(({ region }) => region),
    tokens.map(({ accountId }) => accountId),
    tokens.map(({ accessKeyId }) => accessKeyId),
    tokens.map(({ principalId }) => principalId),
    tokens.map(({ arn }) => arn),
  ];
  await writer.append("unclaimed_token", [DOUBLE, ...new Array(6).fill(VARCHAR)], columns);
}

/** By session and Region, the latest first. */
export async function readUnclaimedTokens(
  database: Database,
  { from, to }: TimeRange,
  limit: number,
): Promise<Omit<PresentedTokens, "clusters">> {
  const rows = await database.rows(
    `SELECT arn, account_id, access_key_id, principal_id, region, min(time_ms) AS first_ms, max(time_ms) AS last_ms,
      count(*)::INTEGER AS checks, arg_max(event_id, time_ms) AS event_id, count(*) OVER ()::INTEGER AS total
    FROM unclaimed_token WHERE time_ms >= $from AND time_ms < $to
    GROUP BY arn, account_id, access_key_id, principal_id, region ORDER BY last_ms DESC, event_id LIMIT $limit`,
    { from, to, limit },
  );
  const sessions = rows.map((row) => ({
    arn: textOrNull(row.arn),
    accountId: textOrNull(row.account_id),
    accessKeyId: textOrNull(row.access_key_id),
    principalId: textOrNull(row.principal_id),
    region: String(row.region),
    firstMs: Number(row.first_ms),
    lastMs: Number(row.last_ms),
    checks: Number(row.checks),
    eventId: String(row.event_id),
  }));
  return { sessions, total: Number(rows[0]?.total ?? 0) };
}
