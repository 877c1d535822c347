import { beforeAll, describe, expect, it } from "vitest";
import { TRAILS } from "@/lib/sandbox/world/organisation/places";
import { createWorld } from "@/lib/sandbox/world/world";
import type { WorldAttempt } from "@/lib/sandbox/world/world-day";
import { readCloudTrailRecord } from "../../parse/cloudtrail-event";
import type { CloudTrailRecord } from "../../parse/cloudtrail-record";
import type { Chain } from "./chain";
import { readCredentials } from "./credentials";
import { type HopEvent, toHopEvent } from "./hop-event";
import { createHopIndex } from "./hop-index";
import type { SessionStart } from "./session-start";
import { traceChains } from "./trace-chains";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 18, 12);
/** What is rare comes every third day. */
const DAYS = { from: NOON - 84 * HOUR, to: NOON };
/** Sessions of the first day were issued before it. */
const EARLIER = 40 * HOUR;

describe("the chains of an organisation", () => {
  const records = new Map<string, CloudTrailRecord>();
  let told: { truth: WorldAttempt; chain: Chain }[];
  let events: HopEvent[];
  let starts: SessionStart[];

  beforeAll(async () => {
    const world = createWorld(3);
    events = TRAILS.flatMap((trail) => {
      const stream = `${trail.accountId}/${trail.region}`;
      const read = { from: DAYS.from - EARLIER, to: DAYS.to };
      return world.events(trail, read, Number.MAX_SAFE_INTEGER).flatMap(({ eventId, json }) => {
        const reading = readCloudTrailRecord(json);
        if (!reading.ok) throw new Error(`${eventId} was not read`);
        records.set(eventId, reading.record);
        return toHopEvent(reading.record, { recordId: eventId, stream }) ?? [];
      });
    });
    const attempts = world.truth(DAYS).filter(({ stsEventId }) => stsEventId !== null);
    starts = attempts.map(({ stsEventId, timeMs: usedMs }) => {
      const record = records.get(stsEventId ?? "");
      if (record === undefined) throw new Error(`${stsEventId} is in no trail`);
      return { credentials: readCredentials(record), usedMs, confidence: "keyed" as const };
    });
    const chains = await traceChains(starts, createHopIndex(events));
    told = attempts.map((truth, i) => ({ truth, chain: chains[i] as Chain }));
  });

  it("are those that happened, hop by hop", () => {
    expect(told.length).toBeGreaterThan(900);
    const wrong = told.filter(
      ({ truth, chain }) =>
        truth.chain.map(({ eventId }) => eventId).join() !== chain.hops.map(({ eventId }) => eventId).join(),
    );
    expect(wrong).toEqual([]);
  });

  it("begin with who it was", () => {
    const kindOf = ({ origin }: WorldAttempt) => (origin?.kind === "iam-user" ? "person" : origin?.kind);
    // Whose name no event carries is told by his id.
    const isNamed = ({ origin: { name, userId } }: Chain, { origin }: WorldAttempt) =>
      name === null ? userId !== null && userId === origin?.userId : name === origin?.name;
    const wrong = known(told).filter(
      ({ truth, chain }) => chain.origin.kind !== kindOf(truth) || !isNamed(chain, truth),
    );
    expect(wrong).toEqual([]);
  });

  it("name nobody for whom no trail of the organisation speaks", () => {
    const hidden = told.filter(({ truth }) => truth.origin?.isRecorded === false);
    expect(hidden.length).toBeGreaterThan(0);
    for (const { chain } of hidden)
      expect(chain).toMatchObject({
        end: "callers-account-unread",
        origin: { kind: "unknown", confidence: "claimed" },
      });
  });

  it("are the same in whatever order the events came, once or twice", async () => {
    const twice = [...events.toReversed(), ...events];
    expect(await traceChains(starts, createHopIndex(twice))).toEqual(told.map(({ chain }) => chain));
  });

  it("are the same without all that is in none of them", async () => {
    const inChains = new Set(
      told.flatMap(({ chain }) =>
        chain.hops.flatMap(({ eventId, twins, alternatives }) => [eventId, ...twins, ...alternatives]),
      ),
    );
    const few = events.filter(({ eventId }) => inChains.has(eventId));
    expect(few.length).toBeLessThan(events.length);
    expect(await traceChains(starts, createHopIndex(few))).toEqual(told.map(({ chain }) => chain));
  });

  it("are of every kind", () => {
    expect(new Set(known(told).map(({ chain }) => chain.origin.kind))).toEqual(
      new Set(["person", "workload", "node", "ci", "aws", "root"]),
    );
  });
});

function known<T extends { readonly truth: WorldAttempt }>(told: readonly T[]): T[] {
  return told.filter(({ truth }) => truth.origin?.isRecorded !== false);
}
