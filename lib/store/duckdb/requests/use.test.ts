import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import { NO_REQUEST_FACETS } from "@/lib/domain/summarize/requests/request-filter";
import { readRecords } from "@/lib/ingest/read-records";
import type { EventStore } from "@/lib/ports/event-store";
import type { SourceDescriptor } from "@/lib/ports/event-source";
import { putBack } from "@/lib/testing/put-back";
import { openEventStore } from "../open-event-store";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 10, 18);
/** The last version that counted no use. */
const BEFORE = 17;
const ROLE = "arn:aws:iam::111122223333:role/Admin";
const UID = "aws-iam-authenticator:111122223333:AROAEXAMPLE";
const SOURCE: SourceDescriptor = {
  id: "request-log/111122223333/eu-west-1/prod",
  kind: "request-log",
  label: "prod",
  cluster: "prod",
  accountId: "111122223333",
  region: "eu-west-1",
  group: "/aws/eks/prod/cluster",
};
const FILE = { ...SOURCE, id: "file/prod-audit.log" };

let folder: string;
let store: EventStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-use-"));
  await open();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function open() {
  store = await openEventStore({ path: join(folder, "events.duckdb") });
}

interface Asked {
  readonly n: number;
  readonly atMs: number;
  readonly session?: string;
  readonly key?: string;
  readonly verb?: string;
  readonly subresource?: string;
  readonly code?: number;
  readonly ip?: string;
  readonly agent?: string;
}

function eventOf({ n, atMs, session = "alice@example.com", key = "ASIAEXAMPLE1", ...more }: Asked): string {
  const {
    verb = "delete",
    subresource = "",
    code = 200,
    ip = "203.0.113.7",
    agent = "kubectl/v1.31.0",
  } = more;
  const extra = {
    accessKeyId: [key],
    canonicalArn: [ROLE],
    sessionName: [session],
    principalId: ["AROAEXAMPLE"],
  };
  const arn = [`arn:aws:sts::111122223333:assumed-role/Admin/${session}`];
  return JSON.stringify({
    auditID: `audit-${n}`,
    stage: "ResponseComplete",
    requestReceivedTimestamp: new Date(atMs).toISOString(),
    verb,
    requestURI: `/api/v1/namespaces/dev/pods/${n}`,
    user: {
      username: "kubernetes-admin",
      uid: UID,
      groups: ["system:masters", "system:authenticated"],
      extra: { arn, ...extra },
    },
    objectRef: { resource: "pods", namespace: "dev", name: `${n}`, subresource },
    sourceIPs: [ip],
    userAgent: agent,
    responseStatus: { code },
  });
}

async function append(
  source: SourceDescriptor,
  asked: readonly Asked[],
  state: "reading" | "imported" = "reading",
) {
  await store.openSource(source, { from: 0, to: 1 }, state);
  const records = asked.map((one) => ({ stream: "s", timeMs: one.atMs, text: eventOf(one), eventId: null }));
  const about = { complete: null, checkpoint: null, notice: null, startedMs: 0, readAtMs: 0 };
  await store.appendPage({
    sourceId: source.id,
    records: await readRecords("request-log", records),
    ...about,
  });
}

/** Somebody who was let in, so that he is known. */
async function letIn(session: string, accessKeyId: string) {
  const caller = {
    canonicalArn: ROLE,
    accountId: "111122223333",
    uniqueId: "AROAEXAMPLE",
    sessionName: session,
    accessKeyId,
  };
  const attempt: Attempt = {
    ...{ id: "0".repeat(31) + String(session.length % 10), timeMs: FIRST + session.length, cluster: "prod" },
    ...{ decision: "granted", class: "person", error: null, sts: null, stsEndpoint: null, evidence: [] },
    caller: { arn: `arn:aws:sts::111122223333:assumed-role/Admin/${session}`, ...caller },
    kubernetes: { username: "kubernetes-admin", groups: ["system:masters"], uid: UID },
  };
  const hour = { from: FIRST, to: FIRST + 3_600_000 };
  await store.deriveStretch(hour, hour, () => ({ attempts: [attempt], unclaimed: [] }));
}

const whatDid = async (identity: IdentityRef) => (await store.readIdentity(identity))?.kubernetes;
const ALICE: IdentityRef = { kind: "person", value: "alice@example.com" };

const THREE_DAYS: Asked[] = [
  { n: 1, atMs: FIRST + 1_000 },
  { n: 2, atMs: FIRST + 2_000, verb: "create", subresource: "exec", agent: "k9s/0.50" },
  { n: 3, atMs: FIRST + DAY, code: 403, ip: "203.0.113.8", key: "ASIAEXAMPLE2" },
  { n: 4, atMs: FIRST + 2 * DAY, verb: "patch" },
];

it("counts writes, denials and streams by day, and names tools and addresses", async () => {
  await letIn("alice@example.com", "ASIAEXAMPLE1");
  await append(SOURCE, THREE_DAYS);
  expect(await whatDid(ALICE)).toEqual({
    days: 3,
    isShared: false,
    clusters: [
      {
        ...{ cluster: "prod", days: 3, writes: 2, denials: 1, streams: 1 },
        ...{ firstMs: FIRST + 1_000, lastMs: FIRST + 2 * DAY },
      },
    ],
    userAgents: ["kubectl/v1.31.0", "k9s/0.50"],
    addresses: [
      { address: "203.0.113.7", days: 2, lastDayMs: FIRST + 2 * DAY },
      { address: "203.0.113.8", days: 1, lastDayMs: FIRST + DAY },
    ],
  });
  const whole = await whatDid(ALICE);
  for (const kind of ["role", "username", "group", "uid"] as const) {
    const value = { role: ROLE, username: "kubernetes-admin", group: "system:masters", uid: UID }[kind];
    expect(await whatDid({ kind, value })).toEqual(whole);
  }
});

it("tells what usernames did by verb and resource, within a range, with what was refused", async () => {
  await append(SOURCE, [...THREE_DAYS, { n: 5, atMs: FIRST + 3_000, session: "bob@example.com" }]);
  const ask = (usernames: readonly string[], cluster = "prod") =>
    store.workOf({ cluster, range: { from: FIRST, to: FIRST + 2 * DAY }, usernames, limit: 10 });
  const work = await ask(["kubernetes-admin", "nobody"]);
  expect(
    work.map(({ sessionName, verb, resource, count, denied }) => [
      sessionName,
      verb,
      resource,
      count,
      denied,
    ]),
  ).toEqual([
    ["alice@example.com", "delete", "pods", 2, 1],
    ["bob@example.com", "delete", "pods", 1, 0],
    ["alice@example.com", "create", "pods/exec", 1, 0],
  ]);
  expect(work[0]).toMatchObject({ username: "kubernetes-admin", canonicalArn: ROLE, lastMs: FIRST + DAY });
  expect(await ask([])).toEqual([]);
  expect(await ask(["kubernetes-admin"], "other")).toEqual([]);
});

it("counts a request once, however often and from wherever it is read", async () => {
  await letIn("alice@example.com", "ASIAEXAMPLE1");
  await append(SOURCE, THREE_DAYS.slice(0, 2));
  await append(SOURCE, THREE_DAYS);
  const once = await whatDid(ALICE);
  await append(FILE, THREE_DAYS, "imported");
  await store.close();
  await open();
  await append(SOURCE, THREE_DAYS.toReversed());
  expect(await whatDid(ALICE)).toEqual(once);
  expect(once?.clusters[0]).toMatchObject({ writes: 2, denials: 1, streams: 1 });
});

it("outlives the requests, and counts none again that comes back", async () => {
  await letIn("alice@example.com", "ASIAEXAMPLE1");
  await append(SOURCE, THREE_DAYS);
  const before = await whatDid(ALICE);
  await store.forgetRecords(FIRST + 2 * DAY);
  const range = { from: 0, to: FIRST + 10 * DAY };
  const kept = await store.searchRequests({
    filter: { ...NO_REQUEST_FACETS, text: "", range },
    cursor: null,
    limit: 10,
  });
  expect(kept.rows.map(({ auditId }) => auditId)).toEqual(["audit-4"]);
  expect(await whatDid(ALICE)).toEqual(before);
  await append(FILE, THREE_DAYS.slice(0, 1), "imported");
  expect(await whatDid(ALICE)).toEqual(before);
});

it("tells by their keys those apart whose sessions have a tool's name", async () => {
  const session = "EKSGetTokenAuth";
  await append(SOURCE, [
    { n: 1, atMs: FIRST + 1_000, session, key: "ASIAEXAMPLEA" },
    { n: 2, atMs: FIRST + 2_000, session, key: "ASIAEXAMPLEB" },
    { n: 3, atMs: FIRST + 3_000, session, key: "ASIAEXAMPLEB" },
  ]);
  await letIn(session, "ASIAEXAMPLEB");
  expect((await whatDid({ kind: "key", value: "ASIAEXAMPLEB" }))?.clusters).toMatchObject([{ writes: 2 }]);
  expect((await whatDid({ kind: "role", value: ROLE }))?.clusters).toMatchObject([{ writes: 3 }]);
});

it("tells of a key whose session has a name by the requests themselves", async () => {
  await letIn("alice@example.com", "ASIAEXAMPLE1");
  await append(SOURCE, THREE_DAYS);
  expect(await whatDid({ kind: "key", value: "ASIAEXAMPLE1" })).toMatchObject({
    days: 2,
    clusters: [{ writes: 2, denials: 0, streams: 1 }],
  });
});

it("counts what a store of a former version holds", async () => {
  await letIn("alice@example.com", "ASIAEXAMPLE1");
  await append(SOURCE, THREE_DAYS);
  const before = await whatDid(ALICE);
  await store.close();
  await putBack(join(folder, "events.duckdb"), BEFORE);
  await open();
  expect(await whatDid(ALICE)).toEqual(before);
});
