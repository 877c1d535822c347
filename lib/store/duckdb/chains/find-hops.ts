import type { Want } from "@/lib/domain/correlate/chain/addresses";
import type { Answers } from "@/lib/domain/correlate/chain/candidates";
import type { HopEvent } from "@/lib/domain/correlate/chain/hop-event";
import { spanOf } from "@/lib/domain/time/span-of";
import { timeWithin } from "../attempts/counted-rows";
import { hashOf } from "../attempts/dimension-table";
import type { Reader } from "../sql-values";

/**
 * The events at these addresses, of the time that the questions span together. Joined by time too: it keeps DuckDB from
 * reading the events of all that time.
 */
export async function findHops(reader: Reader, wants: readonly Want[]): Promise<Answers> {
  if (wants.length === 0) return new Map();
  const within = timeWithin(spanOf(wants.flatMap(({ range }) => [range.from, range.to - 1])));
  const addresses = new Map(wants.map(({ address }) => [hashOf(address), address]));
  const rows = await reader.rows(
    `WITH found AS (SELECT hash, record_id, time_ms FROM hop_address
      WHERE ${within} AND hash IN (SELECT unnest($hashes::UHUGEINT[])))
    SELECT found.hash, e.event FROM found
      JOIN hop_event e ON e.record_id = found.record_id AND e.time_ms = found.time_ms`,
    { hashes: [...addresses.keys()] },
  );
  const answers = new Map<string, HopEvent[]>();
  for (const row of rows) {
    const address = addresses.get(row.hash as bigint) ?? "";
    const found = answers.get(address) ?? [];
    found.push(JSON.parse(String(row.event)) as HopEvent);
    answers.set(address, found);
  }
  return answers;
}
