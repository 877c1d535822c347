import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readRecords } from "@/lib/ingest/read-records";
import { verifierEvent } from "@/lib/testing/ingest-records";
import { putBack } from "@/lib/testing/put-back";
import { printTrailRecord, roleIdentity, roleIssued } from "@/lib/testing/trail-record";
import { Database } from "../database";
import { openEventStore } from "../open-event-store";

const AT = Date.UTC(2026, 10, 18, 12);
const ID = "cloudtrail/111122223333/eu-west-1";
const WANT = { address: "key/ASIAEXAMPLE1", range: { from: AT - 1, to: AT + 1_000 } };
/** The last version that kept no hops, and the last that knew fewer kinds of them. */
const [BEFORE, FEWER] = [8, 9];
const SIGN_IN = `arn:aws:signin:eu-west-1:111122223333:session/1`;
const SIGNED_IN = { address: `sign-in/${SIGN_IN}`, range: WANT.range };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-chains-"));
  path = join(folder, "events.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function fill(): Promise<void> {
  const store = await openEventStore({ path });
  const source = {
    id: ID,
    kind: "cloudtrail",
    label: ID,
    cluster: null,
    accountId: null,
    region: "eu-west-1",
    group: "cloudtrail",
  } as const;
  await store.openSource(source, { from: AT, to: AT + 1 }, "reading");
  const issued = printTrailRecord({
    id: "issued",
    event: "sts.amazonaws.com/AssumeRole",
    at: new Date(AT).toISOString(),
    identity: { type: "AWSService", invokedBy: "ec2.amazonaws.com" },
    response: roleIssued("Node", "i-0123456789abcdef0", "ASIAEXAMPLE1"),
  });
  const token = printTrailRecord({
    id: "token",
    event: "signin.amazonaws.com/CreateOAuth2Token",
    at: new Date(AT).toISOString(),
    identity: roleIdentity("Dev", "alice", {}),
    more: { additionalEventData: { signInSessionArn: SIGN_IN } },
  });
  const records = [
    verifierEvent(AT, 1),
    { stream: "s", timeMs: AT, text: issued, eventId: "issued" },
    { stream: "s", timeMs: AT, text: token, eventId: "token" },
  ];
  await store.appendPage({
    sourceId: ID,
    records: await readRecords("cloudtrail", records),
    complete: null,
    checkpoint: null,
    notice: null,
    startedMs: AT,
    readAtMs: AT,
  });
  await store.close();
}

async function readAll() {
  const store = await openEventStore({ path });
  const hops = await store.findHops([WANT, SIGNED_IN]);
  await store.close();
  const database = await Database.open(path, {});
  const credentials = await database.rows("SELECT event_id, credentials FROM sts_event ORDER BY event_id");
  await database.close();
  return { hops, credentials };
}

it("reads the records of a former version once more for what stands in chains", async () => {
  await fill();
  const told = await readAll();
  expect(told.hops.get(WANT.address)?.map(({ eventId }) => eventId)).toEqual(["issued"]);
  expect(told.credentials.map((row) => row.credentials !== null)).toEqual([true, false, false]);
  await putBack(path, BEFORE);
  expect(await readAll()).toEqual(told);
});

it("finds hops where a later version looks for them, once each", async () => {
  await fill();
  const told = await readAll();
  expect([...told.hops.values()].map((found) => found.length)).toEqual([1, 1]);
  await putBack(path, FEWER);
  expect(await readAll()).toEqual(told);
});
