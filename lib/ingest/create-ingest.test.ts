import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import { type EventSource, SourceError, type SourceRecord } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { NO_FACETS } from "@/lib/testing/no-facets";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { createIngest } from "./create-ingest";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STREAM = "authenticator-0123456789abcdef0123456789abcdef";
const ALL = {
  range: { from: 0, to: NOW + DAY },
  ...NO_FACETS,
  text: "",
  noise: "show",
} as const;

/** The two lines of one granted attempt. */
function granted(timeMs: number, user: string, n = 0): SourceRecord[] {
  const time = `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
  const base = `client="127.0.0.1:${40_000 + n}" method=POST path=/authenticate`;
  const end = "stsendpoint=sts.eu-west-1.amazonaws.com";
  const arn = "arn:aws:iam::111122223333:role/Dev";
  const texts = [
    `time="${time}" level=info msg="STS response" accesskeyid=ASIAEXAMPLE${n} accountid=111122223333 arn="arn:aws:sts::111122223333:assumed-role/Dev/${user}" ${base} session=${user} ${end} userid=AROAEXAMPLEDEV`,
    `time="${time}" level=info msg="access granted" arn="${arn}" ${base} groups="[dev]" ${end} uid="aws-iam-authenticator:111122223333:AROAEXAMPLEDEV" username="dev:${user}"`,
  ];
  return texts.map((text, i) => ({ stream: STREAM, timeMs, text, eventId: `${timeMs}-${n}-${i}` }));
}

function verifierEvent(timeMs: number, n: number): SourceRecord {
  const record = {
    eventID: `event-${n}`,
    eventName: "GetCallerIdentity",
    eventSource: "sts.amazonaws.com",
    eventTime: `${new Date(timeMs).toISOString().slice(0, 19)}Z`,
    awsRegion: "eu-west-1",
    userAgent: "Go-http-client/1.1",
    userIdentity: {
      type: "AssumedRole",
      accountId: "111122223333",
      accessKeyId: `ASIAEXAMPLE${n}`,
      principalId: "AROAEXAMPLEDEV:x",
    },
  };
  return { stream: "111122223333/eu-west-1", timeMs, text: JSON.stringify(record), eventId: record.eventID };
}

/** Our own port, in memory: pages of three, newest first. */
function memorySource(
  kind: "authenticator-log" | "cloudtrail",
  records: () => readonly SourceRecord[],
): EventSource {
  const isLog = kind === "authenticator-log";
  return {
    descriptor: {
      id: isLog ? "authenticator-log/111122223333/eu-west-1/prod" : "cloudtrail/111122223333/eu-west-1",
      kind,
      label: kind,
      cluster: isLog ? "prod" : null,
      accountId: "111122223333",
      region: "eu-west-1",
      group: isLog ? "/aws/eks/prod/cluster" : "cloudtrail",
    },
    oldestMs: () => null,
    pollMs: 15_000,
    async read(range, cursor) {
      const found = records()
        .filter(({ timeMs }) => timeMs >= range.from && timeMs <= range.to)
        .sort((a, b) => b.timeMs - a.timeMs);
      const from = Number(cursor ?? 0);
      const isLast = from + 3 >= found.length;
      return {
        records: found.slice(from, from + 3),
        cursor: isLast ? null : String(from + 3),
        complete: isLast ? range : null,
      };
    },
  };
}

describe("ingest", () => {
  let folder: string;
  let store: EventStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gatebook-ingest-"));
    store = await openEventStore({ path: join(folder, "events.duckdb") });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const read = (...sources: EventSource[]) => readBack(14 * DAY, ...sources);

  async function readBack(lookbackMs: number, ...sources: EventSource[]) {
    const clock = createVirtualClock(NOW);
    const failures: unknown[] = [];
    const ingest = createIngest({
      store,
      sources,
      clock,
      lookbackMs,
      onFailure: (error) => failures.push(error),
    });
    ingest.start();
    await ingest.caughtUp();
    await ingest.stop();
    expect(failures).toEqual([]);
    return createInvestigations({ store, clock, about: { version: "0", sample: false, startedMs: NOW } });
  }
  const search = (limit = 100, cursor: string | null = null) => store.search({ filter: ALL, cursor, limit });

  it("makes attempts of pages, once, however often they are read", async () => {
    const lines = [1, 2, 3, 4, 5].flatMap((n) => granted(NOW - n * HOUR, `user${n}@example.com`, n));
    const events = [1, 2, 3, 4].map((n) => verifierEvent(NOW - n * HOUR - 1000, n));
    const sources = [
      memorySource("authenticator-log", () => lines),
      memorySource("cloudtrail", () => [...events, ...events]),
    ];
    await read(...sources);
    await read(...sources);
    const { rows, total } = await search();
    expect(total).toBe(5);
    expect(rows.map(({ sts }) => sts?.eventId ?? null)).toEqual([
      "event-1",
      "event-2",
      "event-3",
      "event-4",
      null,
    ]);
    expect(rows[0]).toMatchObject({
      decision: "granted",
      cluster: "prod",
      caller: { sessionName: "user1@example.com", accessKeyId: "ASIAEXAMPLE1", uniqueId: "AROAEXAMPLEDEV" },
      kubernetes: { username: "dev:user1@example.com", groups: ["dev"] },
      sts: { confidence: "keyed", alternatives: [] },
    });
  });

  it("joins what arrives late and out of order as it would have in time", async () => {
    const lines = [1, 2, 3].flatMap((n) => granted(NOW - n * HOUR, "a", n));
    const held = lines.splice(2, 1);
    const trail: SourceRecord[] = [];
    const sources = [memorySource("authenticator-log", () => lines), memorySource("cloudtrail", () => trail)];
    await read(...sources);
    expect((await search()).rows.filter(({ sts }) => sts !== null)).toEqual([]);
    lines.push(...held);
    trail.push(verifierEvent(NOW - 2 * HOUR - 1000, 2));
    await store.appendPage({
      sourceId: sources[0]?.descriptor.id ?? "",
      records: [],
      complete: null,
      startedMs: NOW,
      checkpoint: { range: { from: NOW - DAY, to: NOW }, cursor: "0", startedMs: NOW },
      notice: null,
      readAtMs: NOW,
    });
    await store.appendPage({
      sourceId: sources[1]?.descriptor.id ?? "",
      records: [],
      complete: null,
      startedMs: NOW,
      checkpoint: { range: { from: NOW - DAY, to: NOW }, cursor: "0", startedMs: NOW },
      notice: null,
      readAtMs: NOW,
    });
    await read(...sources);
    const { rows } = await search();
    expect(rows.map(({ sts }) => sts?.eventId ?? null)).toEqual([null, "event-2", null]);
    expect(rows[1]?.caller?.sessionName).toBe("a");
  });

  it("shows what is stored by a cluster's new name", async () => {
    const lines = [1, 2].flatMap((n) => granted(NOW - n * HOUR, "a", n));
    const source = memorySource("authenticator-log", () => lines);
    await read(source);
    const renamed = { ...source, descriptor: { ...source.descriptor, cluster: "prod-eu", label: "prod-eu" } };
    const ask = await read(renamed);
    expect((await search()).rows.map(({ cluster }) => cluster)).toEqual(["prod-eu", "prod-eu"]);
    const { facets } = await ask.countByFacet(LOCAL_VIEWER, { filter: ALL, limit: 10 });
    expect(facets.cluster.values).toEqual([{ value: "prod-eu", count: 2 }]);
    expect((await ask.reportCoverage(LOCAL_VIEWER, {})).clusters).toEqual(["prod-eu"]);
  });

  it("follows the look-back when that changes: more is read, and less is asked", async () => {
    const lines = [1, 20].flatMap((days) => granted(NOW - days * DAY, "a", days));
    const source = memorySource("authenticator-log", () => lines);
    const asked = async () => (await store.coverage())[0];
    await read(source);
    expect((await search()).total).toBe(1);
    await readBack(30 * DAY, source);
    expect((await search()).total).toBe(2);
    expect(await asked()).toMatchObject({ progress: 1, asked: { from: NOW - 30 * DAY } });
    await readBack(7 * DAY, source);
    expect((await search()).total).toBe(2);
    expect(await asked()).toMatchObject({ progress: 1, asked: { from: NOW - 7 * DAY } });
  });

  it("pages through equal times without loss, and refuses a made-up cursor", async () => {
    const lines = Array.from({ length: 7 }, (_, n) => granted(NOW - HOUR, "a", n)).flat();
    await read(memorySource("authenticator-log", () => lines));
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await search(2, cursor);
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(ids).size).toBe(7);
    await expect(search(2, "1.x")).rejects.toMatchObject({ parameter: "cursor" });
  });

  it("keeps a failing source's problem and reads the others", async () => {
    const problem = {
      code: "forbidden",
      message: "m",
      remedy: "r",
      permission: "cloudtrail:LookupEvents",
    } as const;
    const denied = memorySource("cloudtrail", () => []);
    const failing: EventSource = { ...denied, read: () => Promise.reject(new SourceError(problem)) };
    const ask = await read(
      failing,
      memorySource("authenticator-log", () => granted(NOW - HOUR, "a")),
    );
    const { sources } = await ask.reportCoverage(LOCAL_VIEWER, {});
    expect(sources.map(({ kind, state }) => [kind, state])).toEqual([
      ["authenticator-log", "following"],
      ["cloudtrail", "failed"],
    ]);
    expect(sources[1]?.problem).toEqual(problem);
    expect((await search()).total).toBe(1);
    const detail = await ask.explainAttempt(LOCAL_VIEWER, { id: (await search()).rows[0]?.id ?? "" });
    expect(detail?.lines).toHaveLength(2);
    expect(detail?.notSeen[0]?.why).toBe(`${problem.message} ${problem.remedy}`);
  });

  it("counts facets without their own filter, and says what was not read", async () => {
    const lines = ["a", "a", "b"].flatMap((user, n) => granted(NOW - (n + 1) * HOUR, user, n));
    const ask = await read(memorySource("authenticator-log", () => lines));
    const filter = { ...ALL, session: ["b"] };
    const { facets, totals } = await ask.countByFacet(LOCAL_VIEWER, { filter, limit: 10 });
    expect(facets.session.values).toEqual([
      { value: "a", count: 2 },
      { value: "b", count: 1 },
    ]);
    expect(facets.role.values).toEqual([{ value: "Dev", count: 1 }]);
    expect(totals).toEqual({ granted: 1, denied: 0, callers: 1, sessions: 1 });
    const range = { from: NOW - 20 * DAY, to: NOW };
    const histogram = await ask.countByTime(LOCAL_VIEWER, { filter: { ...ALL, range }, buckets: 20 });
    expect(histogram.buckets.reduce((sum, bucket) => sum + bucket.granted, 0)).toBe(3);
    const before = { kind: "not-asked", cluster: "prod", from: NOW - 20 * DAY, to: NOW - 14 * DAY };
    expect(histogram.gaps).toEqual([before]);
  });

  it("masks what is as good as a password", async () => {
    const token = `k8s-aws-v1.${"aHR0cHM6".repeat(10)}`;
    const text = `time="2026-11-20T11:00:00Z" level=warning msg="access denied" client="127.0.0.1:1" error="input token was not properly formatted: ${token}"`;
    await read(
      memorySource("authenticator-log", () => [{ stream: STREAM, timeMs: NOW - HOUR, text, eventId: "1" }]),
    );
    const { rows } = await search();
    expect(JSON.stringify(rows)).not.toContain("aHR0cHM6");
    const [line] = await store.readLines([rows[0]?.id ?? ""], { from: NOW - 2 * HOUR, to: NOW });
    expect(line?.text).toHaveLength(text.length);
    expect(line?.text).not.toContain("aHR0cHM6");
  });
});
