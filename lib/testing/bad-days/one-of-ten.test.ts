import { afterEach, describe, expect, it } from "vitest";
import { createWorld } from "@/lib/sandbox/world/world";
import type { AccountPlan, AwsPlan } from "@/lib/server/aws/aws-plan";
import { NO_DEVIATION } from "./compare-with-truth";
import { linesOf } from "./lines-of";
import { type BadDay, type BadDayOptions, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SCALE = 4;
/** Of three accounts; the tenth is the only one in its Region. */
const TEN = createWorld(1, SCALE).clusters.slice(0, 10);
const SETTLED = { from: START - 1.75 * HOUR, to: START - 15 * MINUTE };

function planTen(): AwsPlan {
  const accounts = [...new Set(TEN.map(({ accountId }) => accountId))];
  return { lookbackDays: 1, retentionDays: 90, quotaShare: 0.5, accounts: accounts.map(planAccount) };
}

function planAccount(id: string): AccountPlan {
  const here = TEN.filter(({ accountId }) => accountId === id);
  const regions = [...new Set(here.map(({ region }) => region))].map((region) => ({
    region,
    clusters: here.filter((one) => one.region === region).map(({ name }) => ({ name, shownAs: null })),
  }));
  const own = { roleArn: null, externalId: null };
  const taken = { roleArn: `arn:aws:iam::${id}:role/gatebook`, externalId: "gatebook-7f3a9c" };
  return { id, profile: null, trails: [], regions, ...(id === "111122223333" ? own : taken) };
}

const trails = planTen().accounts.flatMap(({ id, regions }) =>
  ["us-east-1", ...regions.map(({ region }) => region ?? "")].map((region) => ({
    accountId: id ?? "",
    region,
  })),
);

/** facts: security §4.2, B10 and B11; §5, R6. */
describe("one of ten clusters, in three accounts and two Regions", { timeout: 240_000 }, () => {
  let day: BadDay;
  afterEach(() => day.end());
  const broken = TEN[4]?.name ?? "";
  const [apart] = TEN.slice(9);

  async function read(options: Partial<BadDayOptions>) {
    day = await startBadDay({
      scale: SCALE,
      plan: planTen(),
      lookbackMs: 2 * HOUR,
      pollMs: 2 * MINUTE,
      ...options,
    });
    const reading = day.read();
    await day.pass(10_000);
    const said = [...(await day.coverage()), ...day.notes()].filter(({ problem }) => problem !== null);
    await reading;
    await day.pass(3 * MINUTE);
    // A cluster's two logs, and a Region's two sources of CloudTrail, have the same to say.
    const named = said.map(({ cluster, region, problem }) => ({ cluster, region, code: problem?.code }));
    return [...new Map(named.map((one) => [JSON.stringify(one), one])).values()];
  }

  async function expectComplete(clusters: readonly string[], seen = trails) {
    expect(await day.deviation({ range: SETTLED, clusters, trails: seen })).toEqual(NO_DEVIATION);
    for (const cluster of clusters) expect(linesOf(day, [cluster], SETTLED).length).toBeGreaterThan(10);
  }

  const ways: [string, BadDayOptions["knobs"], string][] = [
    ["that IAM refuses", { denied: [`logs:FilterLogEvents /aws/eks/${broken}/`] }, "forbidden"],
    ["without a log group", { absentLogGroups: [broken] }, "log-group-absent"],
    ["with its log switched off", { logTypeOff: [broken] }, "log-type-off"],
    ["that EKS does not know", { absentClusters: [broken] }, "not-found"],
  ];
  it.each(ways)("%s is named within ten seconds, and nine are complete", async (_, knobs, code) => {
    const said = await read({ knobs });
    expect(said).toEqual([{ cluster: broken, region: "eu-west-1", code }]);
    await expectComplete(TEN.map(({ name }) => name).filter((name) => name !== broken));
  });

  it("in a Region that is not enabled is named within ten seconds, and nine are complete", async () => {
    const region = apart?.region ?? "";
    const said = await read({ knobs: { disabledRegions: [region] } });
    const named = said.map(({ cluster, code }) => `${cluster ?? "CloudTrail"} ${code}`);
    expect(named.sort()).toEqual(["CloudTrail region-disabled", `${apart?.name} region-disabled`]);
    expect(said.every((one) => one.region === region)).toBe(true);
    const seen = trails.filter((trail) => trail.region !== region);
    await expectComplete(
      TEN.slice(0, 9).map(({ name }) => name),
      seen,
    );
  });
});
