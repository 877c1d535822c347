import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRecords } from "@/lib/ingest/read-records";
import type { Investigations } from "@/lib/ports/investigations";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { granted, memorySource, verifierEvent } from "@/lib/testing/ingest-records";
import { type IngestScene, openIngestScene } from "@/lib/testing/ingest-scene";
import { printTrailRecord, roleIssued } from "@/lib/testing/trail-record";

const NOON = Date.UTC(2026, 10, 18, 12);
const MINUTE = 60_000;
const ALICE = {
  type: "IAMUser",
  principalId: "AIDAALICE",
  arn: "arn:aws:iam::111122223333:user/alice",
  accountId: "111122223333",
  accessKeyId: "AKIAALICE",
  userName: "alice",
};
/** Two uses of one session, an hour apart. */
const LINES = [...granted(NOON - 70 * MINUTE, "deploy", 1), ...granted(NOON - 10 * MINUTE, "deploy", 1)];
const CHECKS = [verifierEvent(NOON - 70 * MINUTE, 1, "deploy")];
const ISSUED = {
  stream: "111122223333/eu-west-1",
  timeMs: NOON - 75 * MINUTE,
  eventId: "issued",
  text: printTrailRecord({
    id: "issued",
    event: "sts.amazonaws.com/AssumeRole",
    at: new Date(NOON - 75 * MINUTE).toISOString(),
    identity: ALICE,
    response: roleIssued("Dev", "deploy", "ASIAEXAMPLE1"),
  }),
};

describe("the chains of stored attempts", () => {
  let scene: IngestScene;
  beforeEach(async () => {
    scene = await openIngestScene(NOON);
  });
  afterEach(() => scene.close());

  const read = (events: readonly (typeof ISSUED | (typeof CHECKS)[number])[]) =>
    scene.read([memorySource("authenticator-log", () => LINES), memorySource("cloudtrail", () => events)]);

  async function chainsOf(ask: Investigations) {
    const { rows } = await scene.search();
    return ask.traceChains(LOCAL_VIEWER, {
      ids: rows.map(({ id }) => id),
      range: { from: 0, to: NOON },
    });
  }

  it("say what is missing while the event that issued the key is", async () => {
    const chains = await chainsOf(await read(CHECKS));
    expect(chains.map(({ end, hops }) => [end, hops.length])).toEqual([
      ["issuer-missing", 0],
      ["issuer-missing", 0],
    ]);
    expect(chains[0]?.missing?.what).toBe("The event that issued ASIAEXAMPLE1");
    expect(chains[0]?.missing?.next.join()).toContain("AttributeValue=ASIAEXAMPLE1");
  });

  it("belong to the session: an event that comes late is shown by each of its attempts", async () => {
    const ask = await read(CHECKS);
    await scene.store.appendPage({
      sourceId: "cloudtrail/111122223333/eu-west-1",
      records: await readRecords("cloudtrail", [ISSUED]),
      complete: null,
      checkpoint: null,
      notice: null,
      startedMs: NOON,
      readAtMs: NOON,
    });
    const chains = await chainsOf(ask);
    expect(chains.map(({ origin, hops }) => [origin.name, hops.map(({ eventId }) => eventId)])).toEqual([
      ["alice", ["issued"]],
      ["alice", ["issued"]],
    ]);
  });

  it("point to records that are stored", async () => {
    const ask = await read([...CHECKS, ISSUED]);
    const { rows } = await scene.search();
    const detail = await ask.explainAttempt(LOCAL_VIEWER, { id: rows[0]?.id ?? "" });
    expect(detail?.hopRecords.map(({ eventId, json }) => [eventId, json])).toEqual([["issued", ISSUED.text]]);
  });
});
