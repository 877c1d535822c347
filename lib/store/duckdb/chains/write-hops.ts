import { BIGINT, UHUGEINT, VARCHAR } from "@duckdb/node-api";
import { addressesOf } from "@/lib/domain/correlate/chain/addresses";
import { type HopEvent, toHopEvent } from "@/lib/domain/correlate/chain/hop-event";
import { toStoredId } from "../attempts/attempt-codes";
import { hashOf } from "../attempts/dimension-table";
import type { Identified } from "../records/new-records";
import { type NewHop, noteNewHops } from "../origins/origin-wants";
import type { Writer } from "../writer";

/** Stores what of new records can stand in a chain, and where it is found; sessions that asked for it are traced anew. */
export async function writeHops(writer: Writer, fresh: readonly Identified[]): Promise<void> {
  const added = await appendHops(
    writer,
    fresh.flatMap(({ record, recordId }) => {
      if (record.kind !== "event" || record.parsed === null) return [];
      return toHopEvent(record.parsed, { recordId, stream: record.source.stream }) ?? [];
    }),
  );
  await noteNewHops(writer, added);
}

/** The same for events that are known as such; gives the addresses. */
export async function appendHops(writer: Writer, events: readonly HopEvent[]): Promise<NewHop[]> {
  const found = events.flatMap((event) => addressesOf(event).map((address) => ({ address, event })));
  const idOf = ({ recordId }: HopEvent) => toStoredId(recordId);
  const timeOf = ({ timeMs }: HopEvent) => BigInt(Math.floor(timeMs));
  await writer.append(
    "hop_event",
    [UHUGEINT, BIGINT, VARCHAR],
    [events.map(idOf), events.map(timeOf), events.map((event) => JSON.stringify(event))],
  );
  const hashes = found.map(({ address }) => hashOf(address));
  const times = found.map(({ event }) => timeOf(event));
  await writer.append(
    "hop_address",
    [UHUGEINT, BIGINT, UHUGEINT],
    [hashes, times, found.map(({ event }) => idOf(event))],
  );
  return found.map((_, i) => ({ hash: hashes[i] as bigint, timeMs: times[i] as bigint }));
}
