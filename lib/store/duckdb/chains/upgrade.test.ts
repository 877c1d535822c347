import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readRecords } from "@/lib/ingest/read-records";
import { verifierEvent } from "@/lib/testing/ingest-records";
import { printTrailRecord, roleIssued } from "@/lib/testing/trail-record";
import { Database } from "../database";
import { openEventStore } from "../open-event-store";

const AT = Date.UTC(2026, 10, 18, 12);
const ID = "cloudtrail/111122223333/eu-west-1";
const WANT = { address: "key/ASIAEXAMPLE1", range: { from: AT - 1, to: AT + 1_000 } };
/** The last version that kept no hops. */
const BEFORE = 8;

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
  const records = [verifierEvent(AT, 1), { stream: "s", timeMs: AT, text: issued, eventId: "issued" }];
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

/** Takes out what a former version did not have. */
async function makeFormer(): Promise<void> {
  const database = await Database.open(path, {});
  await database.transaction(async (writer) => {
    for (const table of ["hop_event", "hop_address", "session_start"])
      await writer.run(`DROP TABLE ${table}`);
    await writer.run("ALTER TABLE sts_event DROP COLUMN credentials");
    await writer.run(`DELETE FROM schema_version WHERE version > ${BEFORE}`);
  });
  await database.close();
}

async function readAll() {
  const store = await openEventStore({ path });
  const hops = await store.findHops([WANT]);
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
  expect(told.credentials.map((row) => row.credentials !== null)).toEqual([true, false]);
  await makeFormer();
  expect(await readAll()).toEqual(told);
});
