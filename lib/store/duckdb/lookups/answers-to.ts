import type { KnownAnswer } from "@/lib/ports/lookup-store";
import { hashOf } from "../attempts/dimension-table";
import type { Reader } from "../sql-values";

/** Of these questions, the answers that hold at `nowMs`, by key. */
export async function answersTo(
  reader: Reader,
  keys: readonly string[],
  nowMs: number,
): Promise<ReadonlyMap<string, KnownAnswer>> {
  if (keys.length === 0) return new Map();
  const byHash = new Map(keys.map((key) => [hashOf(key), key]));
  const rows = await reader.rows(
    "SELECT * FROM lookup_asked WHERE until_ms > $nowMs AND hash IN (SELECT unnest($hashes::UHUGEINT[]))",
    { nowMs, hashes: [...byHash.keys()] },
  );
  return new Map(
    rows.map((row) => [
      byHash.get(row.hash as bigint) ?? "",
      { untilMs: Number(row.until_ms), found: Number(row.found) },
    ]),
  );
}
