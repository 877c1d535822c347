import { BIGINT, UHUGEINT, VARCHAR } from "@duckdb/node-api";
import { addressesOf } from "@/lib/domain/correlate/chain/addresses";
import { type HopEvent, toHopEvent } from "@/lib/domain/correlate/chain/hop-event";
import { toStoredId } from "../attempt-codes";
import { hashOf } from "../dimension-table";
import type { Identified } from "../new-records";
import type { Writer } from "../writer";

/** Stores what of new records can stand in a chain, and where it is found. */
export async function writeHops(writer: Writer, fresh: readonly Identified[]): Promise<void> {
  await appendHops(
    writer,
    fresh.flatMap(({ record, recordId }) => {
      if (record.kind !== "event" || record.parsed === null) return [];
      return toHopEvent(record.parsed, { recordId, stream: record.source.stream }) ?? [];
    }),
  );
}

/** The same for events that are known as such. */
export async function appendHops(writer: Writer, events: readonly HopEvent[]): Promise<void> {
  const found = events.flatMap((event) => addressesOf(event).map((address) => ({ address, event })));
  const idOf = ({ recordId }: HopEvent) => toStoredId(recordId);
  const timeOf = ({ timeMs }: HopEvent) => BigInt(Math.floor(timeMs));
  await writer.append(
    "hop_event",
    [UHUGEINT, BIGINT, VARCHAR],
    [events.map(idOf), events.map(timeOf), events.map((event) => JSON.stringify(event))],
  );
  await writer.append(
    "hop_address",
    [UHUGEINT, BIGINT, UHUGEINT],
    [
      found.map(({ address }) => hashOf(address)),
      found.map(({ event }) => timeOf(event)),
      found.map(({ event }) => idOf(event)),
    ],
  );
}
