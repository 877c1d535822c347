import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createInvestigations } from "@/lib/investigations/create-investigations";
import type { EventSource, SourceRecord } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { openEventStore } from "@/lib/store/duckdb/open-event-store";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { createIngest } from "./create-ingest";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const EVERYTHING = {
  decision: [],
  class: [],
  cluster: [],
  username: [],
  group: [],
  role: [],
  session: [],
  account: [],
};

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

function auditSource(records: readonly SourceRecord[]): EventSource {
  return {
    descriptor: {
      id: "audit-log/111122223333/eu-west-1/quiet",
      kind: "audit-log",
      label: "quiet · audit log",
      cluster: "quiet",
      accountId: "111122223333",
      region: "eu-west-1",
      group: "/aws/eks/quiet/cluster",
    },
    oldestMs: () => null,
    read: async (range) => ({
      records: records.filter(({ timeMs }) => timeMs >= range.from && timeMs < range.to),
      cursor: null,
      complete: range,
    }),
  };
}

it("tells who was let in from the audit log alone, and keeps of that log only what proves it", async () => {
  const at = NOW - 2 * HOUR;
  const seconds = Array.from({ length: 50 }, (_, n) => at + n * 1000);
  const broken: SourceRecord = { stream: "kube-apiserver-audit-0", timeMs: at, text: "{cut", eventId: "cut" };
  const source = auditSource([
    ...seconds.map((timeMs) => auditEvent(timeMs, "pod")),
    ...seconds.toReversed().map((timeMs) => auditEvent(timeMs, "alice")),
    auditEvent(at + HOUR, "alice"),
    broken,
  ]);
  const clock = createVirtualClock(NOW);
  const onFailure = (error: unknown) => {
    throw error;
  };
  const ingest = createIngest({ store, sources: [source], clock, lookbackMs: 24 * HOUR, onFailure });
  ingest.start();
  await ingest.caughtUp();
  await ingest.stop();
  const ask = createInvestigations({ store, clock, about: { version: "0", sample: false, startedMs: NOW } });
  const filter = {
    ...EVERYTHING,
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
