import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyBestAssignment } from "@/lib/testing/every-assignment";
import type { Caller } from "./attempt";
import { WINDOW_AFTER_MS, WINDOW_BEFORE_MS } from "./correlation-reach";
import { matchStsEvents } from "./match-sts-events";
import type { PairedAttempt } from "./paired-attempt";
import type { StsCandidate } from "./sts-candidate";

const START = Date.UTC(2026, 10, 2, 12);
const regionOf = (cluster: string) => (cluster === "prod" ? "eu-west-1" : "ap-south-1");

interface Sketch {
  readonly at: number;
  readonly key: string | null;
  readonly session: string | null;
}

function attemptOf(
  sketch: Sketch & { readonly endpoint: string | null; readonly cluster: string },
  n: number,
): PairedAttempt {
  const caller: Caller = {
    arn: null,
    canonicalArn: "arn:aws:iam::111122223333:role/Admin",
    accountId: "111122223333",
    uniqueId: "AROAADMIN",
    sessionName: sketch.session,
    accessKeyId: sketch.key,
  };
  const { cluster } = sketch;
  const timeMs = START + sketch.at;
  const event = {
    type: "access-denied",
    client: null,
    arn: caller.canonicalArn,
    error: "",
    stsEndpoint: sketch.endpoint,
  } as const;
  const decision = { recordId: `a${n}`, eventId: null, cluster, stream: "s", timeMs, event };
  return { decision, response: null, tangled: [], caller, stsEndpoint: sketch.endpoint };
}

function eventOf(
  sketch: Sketch & { readonly region: string; readonly precision: "ms" | "s" },
  n: number,
): StsCandidate {
  return {
    recordId: `r${n}`,
    eventId: `e${n}`,
    timeMs: START + (sketch.precision === "s" ? Math.floor(sketch.at / 1000) * 1000 : sketch.at),
    timePrecision: sketch.precision,
    region: sketch.region,
    accountId: "111122223333",
    accessKeyId: sketch.key,
    principalId: `AROAADMIN:${sketch.session}`,
    arn: `arn:aws:sts::111122223333:assumed-role/Admin/${sketch.session}`,
    userAgent: "Go-http-client/1.1",
    stream: "111122223333/eu-west-1",
  };
}

/** The rule again, as plainly as it can be said. */
function costOf(attempt: PairedAttempt, event: StsCandidate): number | undefined {
  const { caller, stsEndpoint, decision } = attempt;
  const { timeMs } = decision;
  const own = [regionOf(decision.cluster), "us-east-1"];
  const regions = {
    null: own,
    "sts.eu-west-1.amazonaws.com": ["eu-west-1"],
    "sts.amazonaws.com": ["us-east-1"],
  }[String(stsEndpoint)];
  const session = event.principalId?.slice("AROAADMIN:".length);
  const signed = caller?.accessKeyId
    ? caller.accessKeyId === event.accessKeyId
    : caller?.sessionName === null || caller?.sessionName === session;
  const last = event.timeMs + (event.timePrecision === "s" ? 999 : 0);
  const inWindow = event.timeMs <= timeMs + WINDOW_AFTER_MS && last >= timeMs - WINDOW_BEFORE_MS;
  if (!signed || !inWindow || (regions && !regions.includes(event.region))) return undefined;
  return Math.max(0, event.timeMs - timeMs, timeMs - last) ** 2;
}

const at = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map((n) => n * 500),
  fc.integer({ min: 0, max: 15_000 }),
);
const key = fc.constantFrom("ASIAEXAMPLEONE", "ASIAEXAMPLETWO");
const session = fc.constantFrom("alice", "bob");

/** One key in one Region: only time decides. */
const plainWorld = fc.record({
  precision: fc.constantFrom<"ms" | "s">("ms", "s"),
  attempts: fc.array(at, { maxLength: 6 }),
  events: fc.array(at, { maxLength: 6 }),
});

const mixedWorld = fc.record({
  attempts: fc.array(
    fc.record({
      at,
      key: fc.option(key),
      session: fc.option(session),
      cluster: fc.constantFrom("prod", "staging"),
      endpoint: fc.constantFrom(
        null,
        "sts.eu-west-1.amazonaws.com",
        "sts.amazonaws.com",
        "proxy.example.com",
      ),
    }),
    { maxLength: 5 },
  ),
  events: fc.array(
    fc.record({
      at,
      key,
      session,
      region: fc.constantFrom("eu-west-1", "us-east-1"),
      precision: fc.constantFrom<"ms" | "s">("ms", "s"),
    }),
    { maxLength: 5 },
  ),
});

function expectBest(attempts: readonly PairedAttempt[], events: readonly StsCandidate[]): void {
  const costs = attempts.map((attempt) => events.map((event) => costOf(attempt, event)));
  const best = everyBestAssignment(costs);
  for (const [i, match] of matchStsEvents(attempts, events, regionOf).entries()) {
    const candidates = events.filter((_, j) => costs[i]?.[j] !== undefined).map((event) => event.eventId);
    const [only, other] = best[i] ?? [];
    const chosen = other === undefined && only != null ? (events[only]?.eventId ?? null) : null;
    const byKey = Boolean(attempts[i]?.caller?.accessKeyId) && candidates.length === 1 && chosen !== null;
    if (candidates.length === 0) expect(match).toBeNull();
    else {
      expect(match?.eventId).toBe(chosen);
      expect(match?.alternatives.toSorted()).toEqual(candidates.filter((id) => id !== chosen).toSorted());
      expect(match?.confidence).toBe(byKey ? "keyed" : "timed");
    }
  }
}

describe("matchStsEvents", () => {
  it("is what trying every assignment finds, where only time decides", () => {
    fc.assert(
      fc.property(plainWorld, ({ precision, attempts, events }) => {
        const common = {
          key: "ASIAEXAMPLEONE",
          session: "alice",
          endpoint: "sts.eu-west-1.amazonaws.com",
          cluster: "prod",
        };
        expectBest(
          attempts.map((ms, n) => attemptOf({ ...common, at: ms }, n)),
          events.map((ms, n) => eventOf({ ...common, at: ms, region: "eu-west-1", precision }, n)),
        );
      }),
      { seed: 20261102, numRuns: 3000 },
    );
  });

  it("is what trying every assignment finds, where keys, Regions and milliseconds are sometimes unknown", () => {
    fc.assert(
      fc.property(mixedWorld, ({ attempts, events }) => {
        expectBest(attempts.map(attemptOf), events.map(eventOf));
      }),
      { seed: 20261103, numRuns: 3000 },
    );
  });

  it("does not depend on the order of either side, nor on events that come twice", () => {
    const worlds = mixedWorld.chain(({ attempts, events }) => {
      const [all, found] = [attempts.map(attemptOf), events.map(eventOf)];
      const shuffled = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length });
      return fc.tuple(fc.constant([all, found] as const), shuffled(all), shuffled([...found, ...found]));
    });
    fc.assert(
      fc.property(worlds, ([[attempts, events], otherAttempts, otherEvents]) => {
        const matches = new Map(
          matchStsEvents(attempts, events, regionOf).map((match, i) => [
            attempts[i]?.decision.recordId,
            match,
          ]),
        );
        const again = matchStsEvents(otherAttempts, otherEvents, regionOf);
        for (const [i, match] of again.entries()) {
          expect(match).toEqual(matches.get(otherAttempts[i]?.decision.recordId));
        }
      }),
      { seed: 20261104, numRuns: 1000 },
    );
  });
});
