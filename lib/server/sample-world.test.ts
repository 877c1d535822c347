import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { EventStore } from "@/lib/ports/event-store";
import type { WorldAttempt } from "@/lib/sandbox/world/world-day";
import { sized } from "@/lib/testing/full-size";
import { type AwsPlan, planFromConfig, planFromOptions } from "./aws/aws-plan";
import { readAttempts } from "@/lib/testing/bad-days/compare-with-truth";
import { readSandbox, type SandboxRead } from "@/lib/testing/read-sandbox";
import { readConfigText } from "./config-file/read-config-text";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const role = (id: string) => `
  - id: "${id}"
    role: arn:aws:iam::${id}:role/gatebook
    externalId: gatebook-7f3a9c
    regions: [eu-west-1, us-east-2]`;
const EVERYWHERE = `
accounts:
  - id: "111122223333"
    regions: [eu-west-1, us-east-2]${role("444455556666")}${role("777788889999")}
`;
const WORLDS = [
  {
    what: "the first team's clusters",
    scale: 1,
    hours: sized(36, 96),
    plan: () => planFromOptions({ clusters: [], region: null, profile: null }),
    accounts: ["111122223333"],
    atLeast: sized(300, 1_000),
  },
  {
    what: "seven teams in three accounts and two Regions",
    scale: 7,
    hours: 5,
    plan: () => planOf(EVERYWHERE),
    accounts: ["111122223333", "444455556666", "777788889999"],
    atLeast: 500,
  },
];

/** From the wire to the store through every real part, beside what really happened in the sandbox's world. */
describe.each(WORLDS)(
  "the sandbox's world, read over the wire: $what",
  ({ scale, hours, plan, accounts, atLeast }) => {
    const from = NOW - hours * HOUR;
    let read: SandboxRead;
    let store: EventStore;
    let truth: WorldAttempt[];
    const found = new Map<string, Attempt>();

    beforeAll(async () => {
      read = await readSandbox(plan, { nowMs: NOW, hours, scale });
      store = read.store;
      // Ends apart: what is cut in two by the look-back, or not delivered yet.
      truth = read.world
        .truth({ from: read.fromMs + 60_000, to: NOW - 15 * 60_000 })
        .filter(({ logged }) => logged);
      const rows = await readAttempts(store, { range: { from, to: NOW } });
      for (const row of rows) found.set(deciding(row), row);
    }, 240_000);

    afterAll(() => read.close());

    const deciding = (row: Attempt) =>
      row.evidence.filter(({ source }) => source === "authenticator").at(-1)?.eventId ?? "";
    const pairs = () =>
      truth.flatMap((real) => {
        const row = found.get(real.line.eventId);
        return row === undefined ? [] : [{ real, row }];
      });

    it("has every attempt that took place, with its verdict and name", () => {
      expect(truth.length).toBeGreaterThan(atLeast);
      expect(truth.filter(({ line }) => !found.has(line.eventId))).toEqual([]);
      const wrong = pairs().filter(
        ({ real, row }) =>
          row.decision !== real.decision ||
          row.cluster !== real.cluster ||
          (row.kubernetes?.username ?? null) !== real.username,
      );
      expect(wrong).toEqual([]);
    });

    it("never names a wrong caller", () => {
      const wrong = pairs().filter(
        ({ real, row }) => row.caller?.arn != null && row.caller.arn !== real.callerArn,
      );
      expect(wrong).toEqual([]);
    });

    it("never gives an attempt another's STS event, and lists the right one where it does not choose", () => {
      const wrong = pairs().filter(
        ({ real, row }) => row.sts?.eventId != null && row.sts.eventId !== real.stsEventId,
      );
      expect(wrong).toEqual([]);
      const delivered = pairs().filter(
        ({ real }) =>
          accounts.includes(real.stsTrail?.accountId ?? "") && (real.stsDeliveredMs ?? NOW) < NOW - 60_000,
      );
      const seen = ({ sts }: Attempt) => (sts === null ? [] : [sts.eventId, ...sts.alternatives]);
      const missed = delivered.filter(
        ({ real, row }) => row.caller !== null && !seen(row).includes(real.stsEventId),
      );
      expect(missed).toEqual([]);
      const chosen = delivered.filter(({ row }) => row.sts?.eventId != null);
      expect(chosen.length / delivered.length).toBeGreaterThan(0.9);
    });

    it("gives each STS event to one attempt at most", () => {
      const given = [...found.values()].flatMap(({ sts }) => (sts?.eventId == null ? [] : [sts.eventId]));
      expect(new Set(given).size).toBe(given.length);
    });
  },
);

function planOf(config: string): AwsPlan {
  const reading = readConfigText(config);
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  return planFromConfig(reading.config);
}
