import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { originOfAttempt, type TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import { createHopIndex } from "@/lib/domain/correlate/chain/hop-index";
import { startOf } from "@/lib/domain/correlate/chain/session-start";
import { traceChains } from "@/lib/domain/correlate/chain/trace-chains";
import { readRecords } from "@/lib/ingest/read-records";
import { traceOrigins } from "@/lib/ingest/trace-origins";
import type { EventStore } from "@/lib/ports/event-store";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { drawAttempts, HOURS, START } from "./draw-attempts";
import { memorySource } from "./ingest-records";
import { hopEvent, printTrailRecord, roleIssued } from "./trail-record";

const HOUR = 3_600_000;

/** Who gave out one of the drawn keys. */
const ISSUED = {
  id: "issued",
  event: "sts.amazonaws.com/AssumeRole",
  at: new Date(START - HOUR).toISOString(),
  identity: {
    type: "IAMUser",
    principalId: "AIDABOB",
    arn: "arn:aws:iam::111122223333:user/bob",
    userName: "bob",
  },
  response: roleIssued("Dev", "ci", "ASIAEXAMPLE1"),
};

/** The address in every printed record. */
export const ISSUED_FROM = "192.0.2.7";

const DRAWN = drawAttempts(400, 7);

export interface DrawnStore {
  readonly store: EventStore;
  /** What is in it, with the origins it must find. */
  readonly all: readonly TracedAttempt[];
  close(): Promise<void>;
}

/** A store on disk with some hundred drawn attempts, derived as ingest does it: newest first, and some of them twice. */
export async function openDrawnStore(): Promise<DrawnStore> {
  const folder = mkdtempSync(join(tmpdir(), "gatebook-store-"));
  const store = await openEventStore({ path: join(folder, "events.duckdb") });
  await derive(store);
  await appendEvent(store);
  await traceOrigins(store);
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { store, all: await traceAll(DRAWN), close };
}

async function derive(store: EventStore): Promise<void> {
  const hours = Array.from({ length: HOURS }, (_, i) => START + i * HOUR);
  for (const from of [...hours.toReversed(), ...hours.filter((_, i) => i % 9 === 0)]) {
    const keep = { from, to: from + HOUR };
    const attempts = DRAWN.filter(({ timeMs }) => timeMs >= from && timeMs < keep.to);
    await store.deriveStretch(keep, keep, () => ({ attempts, unclaimed: [] }));
    if (from === START + 40 * HOUR) await traceOrigins(store);
  }
  await traceOrigins(store);
}

/** Each with its origin, traced from its session's first use. */
async function traceAll(attempts: readonly Attempt[]): Promise<TracedAttempt[]> {
  const find = createHopIndex([hopEvent(ISSUED)]);
  const sessionOf = ({ caller }: Attempt) => JSON.stringify([caller?.arn, caller?.accessKeyId]);
  return Promise.all(
    attempts.map(async (attempt) => {
      const uses = attempts.filter((one) => sessionOf(one) === sessionOf(attempt));
      const usedMs = Math.min(...uses.map(({ timeMs }) => timeMs));
      const start = startOf({ ...attempt, timeMs: usedMs }, null);
      const [chain = null] = start === null ? [] : await traceChains([start], find);
      return { ...attempt, origin: originOfAttempt(attempt, chain) };
    }),
  );
}

/** That event comes when all attempts are derived. */
async function appendEvent(store: EventStore): Promise<void> {
  const sourceId = "cloudtrail/111122223333/eu-west-1";
  const { descriptor } = memorySource("cloudtrail", () => []);
  await store.openSource(descriptor, { from: START, to: START + 1 }, "reading");
  const record = { stream: "s", timeMs: START - HOUR, eventId: "issued", text: printTrailRecord(ISSUED) };
  const records = await readRecords("cloudtrail", [record]);
  const nothingElse = { complete: null, checkpoint: null, notice: null, startedMs: START, readAtMs: START };
  await store.appendPage({ sourceId, records, ...nothingElse });
}
