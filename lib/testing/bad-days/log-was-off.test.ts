import { beforeAll, describe, expect, it } from "vitest";
import { isRebuilt } from "@/lib/domain/correlate/rebuilt";
import { KEPT_REQUESTS } from "@/lib/sources/cloudwatch-logs/kept-requests";
import { readAttempts } from "./compare-with-truth";
import { startBadDay } from "./start-bad-day";

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;
const CLUSTER = "catalog-dev";
/** On this Monday at eight somebody switched the authenticator log on; the audit log had been on all the time. */
const SWITCHED_ON = Date.UTC(2026, 10, 16, 8);
const NOW = SWITCHED_ON + 1.5 * HOUR;
const RANGE = { from: SWITCHED_ON - 24 * HOUR, to: SWITCHED_ON };

async function readDay(infrequentAccess: readonly string[]) {
  const options = { clusters: [CLUSTER], lookbackMs: 26 * HOUR, startMs: NOW, scale: 7 };
  const day = await startBadDay({ ...options, knobs: { infrequentAccess } });
  try {
    await day.read();
    await day.pass(20 * 60_000);
    const range = { from: RANGE.from, to: NOW };
    const sources = await day.coverage();
    const ofAudit = sources.filter(({ kind }) => kind === "audit-log" || kind === "request-log");
    return {
      attempts: await readAttempts(day.store(), { range, clusters: [CLUSTER] }),
      truth: day.sandbox.world.truth({ from: RANGE.from, to: RANGE.to - 1 }),
      coverage: sources.find(({ kind }) => kind === "audit-log"),
      // Both read the same streams: a record counts for whichever was first.
      records: ofAudit.reduce((sum, { records }) => sum + records, 0),
      requests: day.sandbox.requests(),
    };
  } finally {
    await day.end();
  }
}

/** Hidden identities and nodes are not told by an audit log's IAM callers. */
function isIamCaller(username: string | null): boolean {
  return username !== null && !username.startsWith("system:node:") && !username.startsWith("eks:");
}

describe("an authenticator log that was off until somebody switched it on", () => {
  let standard: Awaited<ReturnType<typeof readDay>>;
  beforeAll(async () => {
    standard = await readDay([]);
  }, 240_000);

  it("is made up for by the audit log, of that time only, and the coverage says so", () => {
    const { attempts, truth, coverage, requests } = standard;
    const rebuilt = attempts.filter(isRebuilt);
    const real = truth.filter(
      ({ cluster, decision, username }) =>
        cluster === CLUSTER && decision === "granted" && isIamCaller(username),
    );
    expect(real.length).toBeGreaterThan(5);
    const missed = real.filter(
      ({ timeMs, username }) =>
        !rebuilt.some(
          (row) => row.kubernetes?.username === username && Math.abs(timeMs - row.timeMs) <= QUARTER,
        ),
    );
    expect(missed).toEqual([]);
    expect(rebuilt.filter(({ timeMs }) => timeMs >= SWITCHED_ON)).toEqual([]);
    expect(attempts.some((row) => !isRebuilt(row) && row.timeMs >= SWITCHED_ON)).toBe(true);
    expect(coverage).toMatchObject({
      id: "audit-log/111122223333/eu-west-1/catalog-dev/past",
      state: "gone",
      progress: 1,
      problem: { code: "told-by-audit-log" },
    });
    expect(coverage?.problem?.message).toMatch(
      /^Until 2026-11-16 08:00 UTC \(UpdateClusterConfig by \S+\) the authenticator log of catalog-dev was off/,
    );
    // Requests that are kept are read of the same streams, by a pattern of their own.
    const asked = requests.filter(
      ({ input }) =>
        input.logStreamNamePrefix === "kube-apiserver-audit-" &&
        input.filterPattern !== KEPT_REQUESTS.pattern,
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(Math.max(...asked.map(({ input }) => Number(input.endTime)))).toBeLessThan(SWITCHED_ON);
  });

  it("is made up for alike in Infrequent Access, by queries for IAM callers only", {
    timeout: 240_000,
  }, async () => {
    const infrequent = await readDay([CLUSTER]);
    const ofAudit = infrequent.requests
      .filter(({ action }) => action === "StartQuery")
      .map(({ input }) => String(input.queryString))
      .filter((query) => query.includes("kube-apiserver-audit-"));
    expect(ofAudit.length).toBeGreaterThan(0);
    for (const query of ofAudit)
      expect(query).toContain(
        "| filter user.extra.arn.0 like /^arn:/ | filter user.username not like /^system:node:/",
      );
    const ids = (attempts: typeof standard.attempts) => attempts.filter(isRebuilt).map(({ id }) => id);
    expect(ids(infrequent.attempts)).toEqual(ids(standard.attempts));
    expect(infrequent.records).toBe(standard.records);
  });
});
