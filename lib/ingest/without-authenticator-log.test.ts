import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventSource, SourceRecord } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import type { Investigations } from "@/lib/ports/investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { createIngest } from "./create-ingest";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;

let folder: string;
let store: EventStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatebook-audit-"));
  store = await openEventStore({ path: join(folder, "events.duckdb") });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** An audit event of Alice's, who came through IAM, or of a service account. */
function auditEvent(timeMs: number, user: "alice" | "pod"): SourceRecord {
  const extra = {
    accessKeyId: ["ASIAEXAMPLEALICE"],
    arn: ["arn:aws:sts::111122223333:assumed-role/Admin/alice@example.com"],
    canonicalArn: ["arn:aws:iam::111122223333:role/Admin"],
    sessionName: ["alice@example.com"],
  };
  const users = {
    alice: {
      username: "admin:alice",
      uid: "aws-iam-authenticator:111122223333:AROAEXAMPLE",
      groups: ["dev"],
      extra,
    },
    pod: { username: "system:serviceaccount:web:api", uid: "b3a7a3a0-0000-4000-8000-000000000000" },
  };
  const text = JSON.stringify({
    auditID: `${user}-${timeMs}`,
    stage: "ResponseComplete",
    verb: "list",
    user: users[user],
    sourceIPs: ["203.0.113.9"],
    requestReceivedTimestamp: new Date(timeMs).toISOString(),
  });
  return { stream: "kube-apiserver-audit-0123456789abcdef", timeMs, text, eventId: `${user}-${timeMs}` };
}

/** The check of a token, as CloudTrail records it. */
function check(timeMs: number, user: string): SourceRecord {
  const text = JSON.stringify({
    eventID: `check-${timeMs}`,
    eventName: "GetCallerIdentity",
    eventSource: "sts.amazonaws.com",
    eventTime: `${new Date(timeMs).toISOString().slice(0, 19)}Z`,
    awsRegion: "eu-west-1",
    userAgent: "Go-http-client/1.1",
    userIdentity: {
      type: "IAMUser",
      arn: `arn:aws:iam::111122223333:user/${user}`,
      accountId: "111122223333",
      accessKeyId: `AKIAEXAMPLE${user.toUpperCase()}`,
      principalId: `AIDAEXAMPLE${user.toUpperCase()}`,
    },
  });
  return { stream: "111122223333/eu-west-1", timeMs, text, eventId: `check-${timeMs}` };
}

function sourceOf(kind: "audit-log" | "cloudtrail", records: readonly SourceRecord[]): EventSource {
  const cluster = kind === "audit-log" ? "quiet" : null;
  return {
    descriptor: {
      id: `${kind}/111122223333/eu-west-1`,
      kind,
      label: kind,
      cluster,
      accountId: "111122223333",
      region: "eu-west-1",
      group: cluster === null ? "cloudtrail" : "/aws/eks/quiet/cluster",
    },
    oldestMs: () => null,
    pollMs: 60_000,
    read: async (range) => ({
      records: records.filter(({ timeMs }) => timeMs >= range.from && timeMs < range.to),
      cursor: null,
      complete: range,
    }),
  };
}

/** Reads the source once; gives the questions. */
async function read(source: EventSource): Promise<Investigations> {
  const clock = createVirtualClock(NOW);
  const onFailure = (error: unknown) => {
    throw error;
  };
  const ingest = createIngest({ store, sources: [source], clock, lookbackMs: 24 * HOUR, onFailure });
  ingest.start();
  await ingest.caughtUp();
  await ingest.stop();
  return createInvestigations({ store, clock, about: { version: "0", sample: false, startedMs: NOW } });
}

it("tells who was let in from the audit log alone, and keeps of that log only what proves it", async () => {
  const at = NOW - 2 * HOUR;
  const seconds = Array.from({ length: 50 }, (_, n) => at + n * 1000);
  const broken: SourceRecord = { stream: "kube-apiserver-audit-0", timeMs: at, text: "{cut", eventId: "cut" };
  const source = sourceOf("audit-log", [
    ...seconds.map((timeMs) => auditEvent(timeMs, "pod")),
    ...seconds.toReversed().map((timeMs) => auditEvent(timeMs, "alice")),
    auditEvent(at + HOUR, "alice"),
    broken,
  ]);
  const ask = await read(source);
  const filter = {
    ...NO_FACETS,
    range: { from: NOW - 24 * HOUR, to: NOW },
    text: "",
    noise: "show",
  } as const;
  const page = await ask.searchAttempts(LOCAL_VIEWER, { filter, cursor: null, limit: 10 });
  expect(
    page.rows.map(({ timeMs, decision, kubernetes }) => [timeMs, decision, kubernetes?.username]),
  ).toEqual([
    [at + HOUR, "granted", "admin:alice"],
    [at, "granted", "admin:alice"],
  ]);
  const [coverage] = (await ask.reportCoverage(LOCAL_VIEWER, {})).sources;
  expect(coverage).toMatchObject({ kind: "audit-log", records: 3, rejects: 1 });
  const detail = await ask.explainAttempt(LOCAL_VIEWER, { id: page.rows[1]?.id ?? "" });
  expect(detail?.lines.map(({ text }) => text)).toEqual([auditEvent(at, "alice").text]);
  expect(detail?.notSeen[0]?.why).toContain("authenticator log was off");
});

it("tells from CloudTrail alone whose tokens were presented, and at which clusters it may have been", async () => {
  const at = NOW - 2 * HOUR;
  const range = { from: NOW - 24 * HOUR, to: NOW };
  const asked = { from: range.from, to: NOW };
  const quiet = { ...sourceOf("audit-log", []).descriptor, kind: "authenticator-log" as const };
  await store.openSource(quiet, asked, "reading");
  const ask = await read(
    sourceOf("cloudtrail", [check(at, "alice"), check(at + 5_000, "alice"), check(at + 1_000, "bob")]),
  );
  expect(await ask.reportPresentedTokens(LOCAL_VIEWER, { range, limit: 1 })).toEqual({
    total: 2,
    clusters: ["quiet"],
    sessions: [
      {
        arn: "arn:aws:iam::111122223333:user/alice",
        accountId: "111122223333",
        accessKeyId: "AKIAEXAMPLEALICE",
        principalId: "AIDAEXAMPLEALICE",
        region: "eu-west-1",
        firstMs: at,
        lastMs: at + 5_000,
        checks: 2,
        eventId: `check-${at + 5_000}`,
      },
    ],
  });
  await expect(ask.reportPresentedTokens(LOCAL_VIEWER, { range, limit: 0 })).rejects.toMatchObject({
    parameter: "limit",
  });
});
