import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importRecords } from "@/lib/ingest/import-records";
import type { EventStore } from "@/lib/ports/event-store";
import type { SourceDescriptor } from "@/lib/ports/event-source";
import { putBack } from "@/lib/testing/put-back";
import { openEventStore } from "../open-event-store";

const AT = Date.UTC(2026, 10, 25, 10);
const BEFORE_MARKS = 18;
const HOME = { accountId: "111122223333", region: "eu-west-1", name: "prod" };

let folder: string;
let store: EventStore;
const path = () => join(folder, "events.duckdb");
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-marks-"));
  store = await openEventStore({ path: path() });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const source = (
  kind: SourceDescriptor["kind"],
  change: Partial<SourceDescriptor> = {},
): SourceDescriptor => ({
  id: `${kind}/111122223333/eu-west-1/prod`,
  kind,
  label: kind,
  cluster: "the prod",
  accountId: HOME.accountId,
  region: HOME.region,
  group: "/aws/eks/prod/cluster",
  ...change,
});
const record = (text: string, timeMs = AT) => ({ stream: "s", timeMs, text, eventId: null });
const watch = 'time="2026-11-25T10:00:00Z" level=info msg="Received aws-auth watch event"';
const edit = JSON.stringify({
  kind: "Event",
  auditID: "a1",
  stage: "ResponseComplete",
  requestURI: "/api/v1/namespaces/kube-system/configmaps/aws-auth",
  verb: "update",
  user: {
    username: "admin",
    uid: "aws-iam-authenticator:111122223333:AROAEXAMPLE",
    groups: ["system:masters"],
    extra: {
      arn: ["arn:aws:sts::111122223333:assumed-role/Admin/carol"],
      canonicalArn: ["arn:aws:iam::111122223333:role/Admin"],
      accessKeyId: ["ASIAEXAMPLE000000001"],
    },
  },
  objectRef: { resource: "configmaps", namespace: "kube-system", name: "aws-auth", apiVersion: "v1" },
  responseStatus: { code: 200 },
  responseObject: { kind: "ConfigMap", data: { mapRoles: "[]\n" } },
  requestReceivedTimestamp: "2026-11-25T10:00:01.000000Z",
});

async function importAll(): Promise<void> {
  await importRecords(store, source("authenticator-log"), [record(watch)], AT);
  await importRecords(store, source("request-log"), [record(edit, AT + 1_000)], AT);
}
const inShort = async () =>
  (await store.configurationMarks("the prod")).map(({ part, tells, timeMs }) => [part, tells, timeMs - AT]);

describe("what is told of a configuration", () => {
  it("is kept with the cluster whose log tells it, once, with the request that did it", async () => {
    await importAll();
    await importAll();
    expect(await inShort()).toEqual([
      ["aws-auth", "touched", 0],
      ["aws-auth", "set", 1_000],
    ]);
    const [, set] = await store.configurationMarks("the prod");
    expect(set?.value).toContain("mapRoles");
    expect(set?.by).toMatchObject({ arn: "arn:aws:sts::111122223333:assumed-role/Admin/carol" });
    const request = await store.findRequest(set?.evidence?.requestId ?? "");
    expect(request).toMatchObject({ verb: "update", cluster: "the prod" });
  });

  it("is another cluster's where account, Region or name are others", async () => {
    await importAll();
    const elsewhere = source("authenticator-log", { id: "other", cluster: "other", region: "us-east-1" });
    await importRecords(store, elsewhere, [record(watch, AT + 5)], AT);
    expect(await inShort()).toHaveLength(2);
    expect(await store.configurationMarks("other")).toHaveLength(1);
    expect(await store.configurationMarks("none")).toEqual([]);
  });

  it("is read once more of what a former version stored", async () => {
    await importAll();
    const before = await inShort();
    await store.close();
    await putBack(path(), BEFORE_MARKS);
    store = await openEventStore({ path: path() });
    expect(await inShort()).toEqual(before);
  });
});

describe("what is seen of a configuration", () => {
  const see = (value: string | null, ms: number) =>
    store.noteSeen(HOME, [{ part: "aws-auth", value }], AT + ms);

  it("is one mark while it stays the same", async () => {
    await importRecords(store, source("authenticator-log"), [], AT);
    for (const [value, ms] of [
      ["a", 0],
      ["a", 10],
      ["b", 20],
      ["b", 30],
      ["a", 40],
      [null, 50],
    ] as const)
      await see(value, ms);
    const marks = await store.configurationMarks("the prod");
    expect(marks.map(({ value, timeMs, untilMs }) => [value, timeMs - AT, untilMs - AT])).toEqual([
      ["a", 0, 10],
      ["b", 20, 30],
      ["a", 40, 40],
      [null, 50, 50],
    ]);
  });
});
