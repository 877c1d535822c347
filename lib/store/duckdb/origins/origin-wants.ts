import { BIGINT, UBIGINT, UHUGEINT } from "@duckdb/node-api";
import type { Want } from "@/lib/domain/correlate/chain/addresses";
import { LONGEST_WANT_MS } from "@/lib/domain/correlate/chain/wants";
import { DAY_MS } from "@/lib/domain/time/durations";
import { spanOf } from "@/lib/domain/time/span-of";
import { hashOf } from "../attempts/dimension-table";
import type { Reader } from "../sql-values";
import type { Writer } from "../writer";
import { isAmong } from "./session-origins";

/** What a session's chain asked for. */
interface WantsOf {
  readonly owner: bigint;
  readonly wants: readonly Want[];
}

interface Asked {
  readonly owner: bigint;
  readonly hash: bigint;
  /** The end of the time that was asked for. */
  readonly toMs: number;
}

/**
 * Keeps what was asked, so that an event which answers it leads back to the session. None is kept twice, and none is
 * taken back: a question that is not asked any more makes a session be traced once more, and no more than that.
 */
export async function writeWants(writer: Writer, of: readonly WantsOf[]): Promise<void> {
  const asked = new Map<string, Asked>();
  for (const { owner, wants } of of) {
    for (const { address, range } of wants) {
      const one = { owner, hash: shortHash(hashOf(address)), toMs: Math.ceil(range.to) };
      asked.set(keyOf(one), one);
    }
  }
  if (asked.size === 0) return;
  for (const one of await knownWants(writer, [...asked.values()])) asked.delete(keyOf(one));
  const rows = [...asked.values()];
  await writer.append(
    "origin_want",
    [UBIGINT, BIGINT, UHUGEINT],
    [rows.map(({ hash }) => hash), rows.map(({ toMs }) => BigInt(toMs)), rows.map(({ owner }) => owner)],
  );
}

/** An address of an event that came. */
export interface NewHop {
  readonly hash: bigint;
  readonly timeMs: bigint;
}

/** Notes where new events are found, for `markLateSessions`. Runs in the transaction that stores them. */
export async function noteNewHops(writer: Writer, found: readonly NewHop[]): Promise<void> {
  await writer.append(
    "new_hop",
    [UBIGINT, BIGINT],
    [found.map(({ hash }) => shortHash(hash)), found.map(({ timeMs }) => timeMs)],
  );
}

/** Whether `markLateSessions` has anything to do. */
export async function hasNewHops(reader: Reader): Promise<boolean> {
  return (await reader.rows("SELECT 1 FROM new_hop LIMIT 1")).length > 0;
}

/** Marks the sessions that had asked for what came since, of one day of events, so that no more than that is held. */
export async function markLateSessions(writer: Writer): Promise<void> {
  const [row] = await writer.rows("SELECT max(time_ms)::DOUBLE AS last FROM new_hop");
  const day = Math.floor(Number(row?.last) / DAY_MS) * DAY_MS;
  const within = { from: day, to: day + DAY_MS };
  await writer.run(
    `INSERT INTO stale_origin SELECT owner, used_ms FROM session_origin WHERE owner IN (SELECT w.owner
      FROM origin_want w JOIN (SELECT DISTINCT hash FROM new_hop WHERE time_ms >= $from AND time_ms < $to) n
        ON n.hash = w.hash
      WHERE w.to_ms > $from AND w.to_ms <= $to + ${LONGEST_WANT_MS})`,
    within,
  );
  await writer.run("DELETE FROM new_hop WHERE time_ms >= $from AND time_ms < $to", within);
}

async function knownWants(writer: Writer, asked: readonly Asked[]): Promise<Asked[]> {
  const owners = [...new Set(asked.map(({ owner }) => owner))];
  const { from, to } = spanOf(asked.map(({ toMs }) => toMs));
  const rows = await writer.rows(
    `SELECT owner, hash, to_ms::DOUBLE AS to_ms FROM origin_want
      WHERE to_ms >= $from AND to_ms < $to AND ${isAmong("owner", owners)}`,
    { owners, from, to },
  );
  return rows.map((row) => ({
    owner: row.owner as bigint,
    hash: row.hash as bigint,
    toMs: Number(row.to_ms),
  }));
}

/** What else was asked with these 64 bits makes a session be traced once more, and no more than that. */
function shortHash(hash: bigint): bigint {
  return BigInt.asUintN(64, hash);
}

function keyOf({ owner, hash, toMs }: Asked): string {
  return `${owner} ${hash} ${toMs}`;
}
