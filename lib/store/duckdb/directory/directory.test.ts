import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type AttemptFilter, NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { createDeriver } from "@/lib/ingest/derive-attempts";
import { importRecords } from "@/lib/ingest/import-records";
import type { SourceRecord } from "@/lib/ports/event-source";
import type { EventStore } from "@/lib/ports/event-store";
import { granted, memorySource, verifierEvent } from "@/lib/testing/ingest-records";
import { putBack } from "@/lib/testing/put-back";
import { openEventStore } from "../open-event-store";

const NOON = Date.UTC(2026, 10, 18, 12);
const HOUR = 3_600_000;
const USERS = [1, 2].map((n) => `d2c5f4e4-10a1-70b4-9d3e-00000000000${n}`) as [string, string];
const PLACE = { storeId: "d-99670a1b2c", accountId: "777788889999", region: "eu-central-1" };
const RANGE = { from: NOON - HOUR, to: NOON + HOUR };
const ANY: AttemptFilter = { ...NO_FACETS, range: RANGE, text: "", noise: "show" };

let folder: string;
let path: string;
let store: EventStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatebook-directory-"));
  path = join(folder, "events.duckdb");
  store = await openEventStore({ path });
  await read(USERS.map((userId, n) => eventOf(userId, n)));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Through an application: the session's name tells nothing. */
function eventOf(userId: string, n: number, store = PLACE.storeId): SourceRecord {
  const event = verifierEvent(NOON + n * 60_000, n, session(n));
  const record = JSON.parse(event.text);
  const identityStoreArn = `arn:aws:identitystore::${PLACE.accountId}:identitystore/${store}`;
  record.userIdentity.onBehalfOf = { userId, identityStoreArn };
  return { ...event, text: JSON.stringify(record) };
}

function session(n: number): string {
  return `botocore-session-176346720${n}`;
}

async function read(events: readonly SourceRecord[]): Promise<void> {
  const lines = [0, 1].flatMap((n) => granted(NOON + n * 60_000, session(n), n));
  await importRecords(store, memorySource("authenticator-log", () => []).descriptor, lines, NOON + HOUR);
  await importRecords(store, memorySource("cloudtrail", () => []).descriptor, events, NOON + HOUR);
  const deriver = createDeriver(store);
  await deriver.settled();
  await deriver.stop();
}

/** The portal's own event tells the Region; of another person it does as well. */
function portalEvent(userId: string): SourceRecord {
  const event = eventOf(userId, 7);
  const record = JSON.parse(event.text);
  const { onBehalfOf } = record.userIdentity;
  const more = { awsRegion: PLACE.region, eventName: "ListAccounts", eventSource: "sso.amazonaws.com" };
  const userIdentity = { type: "IdentityCenterUser", accountId: PLACE.accountId, onBehalfOf };
  return { ...event, text: JSON.stringify({ ...record, ...more, userIdentity }) };
}

const names = async () => {
  const { rows } = await store.search({ filter: ANY, cursor: null, limit: 10 });
  return rows.map(({ origin }) => [origin?.name, origin?.nameFrom, origin?.userId]);
};
const entry = {
  userName: "alice@example.com",
  displayName: "Alice Example",
  email: "alice@mail.example.com",
};

test("a person has the identity store's name where he is listed, counted, filtered, searched and looked up", async () => {
  expect(await names()).toEqual([
    [null, null, USERS[1]],
    [null, null, USERS[0]],
  ]);
  const answer = { outcome: "found", entry } as const;
  await store.keepUsers([{ userId: USERS[0], answer, untilMs: NOON + 2 * HOUR }]);
  expect(await names()).toEqual([
    [null, null, USERS[1]],
    ["alice@example.com", "identity-store", USERS[0]],
  ]);
  const { facets, totals } = await store.countFacets(ANY, 10);
  expect(facets.origin.values.map(({ value }) => value).toSorted()).toEqual(["alice@example.com", USERS[1]]);
  expect(totals.people).toBe(2);
  const count = async (filter: Partial<AttemptFilter>) =>
    (await store.search({ filter: { ...ANY, ...filter }, cursor: null, limit: 10 })).rows.length;
  expect(await count({ origin: ["alice@example.com"] })).toBe(1);
  // A link from before still leads to him.
  expect(await count({ origin: [USERS[0]] })).toBe(1);
  expect(await count({ text: "alice exa" })).toBe(1);
  expect(await count({ text: "ALICE@MAIL" })).toBe(1);
  expect(await store.nearIdentities("alice", 5)).toMatchObject([
    { kind: "person", value: "alice@example.com" },
  ]);
  const facts = await store.readIdentity({ kind: "person", value: "alice@example.com" });
  expect(facts?.origins).toMatchObject([{ name: "alice@example.com", nameFrom: "identity-store" }]);
  expect(await store.findMeanings([{ kind: "person", value: "alice@example.com" }])).toHaveLength(1);
});

test("the operator's file counts first, takes the place of the one before, and names users of IAM as well", async () => {
  const answer = { outcome: "found", entry } as const;
  await store.keepUsers([{ userId: USERS[0], answer, untilMs: NOON }]);
  const file = { ...entry, userName: "a.example", iamUser: null };
  const bob = { ...entry, userName: "bob", userId: null, iamUser: "111122223333/bob" };
  await store.replaceDirectoryFile([{ ...file, userId: USERS[0] }, bob]);
  expect((await names())[1]).toEqual(["a.example", "directory-file", USERS[0]]);
  const people = { userIds: [...USERS], iamUsers: ["111122223333/bob", "111122223333/carol"] };
  const known = await store.directoryOf(people);
  expect(known.get(USERS[0])).toMatchObject([{ from: "directory-file" }, { from: "identity-store" }]);
  expect(known.get("111122223333/bob")).toMatchObject([{ userName: "bob" }]);
  expect(known.has("111122223333/carol")).toBe(false);
  await store.replaceDirectoryFile([]);
  expect((await names())[1]).toEqual(["alice@example.com", "identity-store", USERS[0]]);
});

test("people are asked about once their identity store and its Region are known, until there is an answer", async () => {
  const placed = { userId: USERS[0], place: PLACE };
  expect(await store.usersToName(NOON, 10)).toEqual([]);
  const known = await store.directoryOf({ userIds: [USERS[0]], iamUsers: [] });
  expect(known.get(USERS[0])).toEqual([{ outcome: "not-asked", place: { ...PLACE, region: null } }]);
  await read([portalEvent("99670a1b2c-somebody-else")]);
  expect(await store.usersToName(NOON, 10)).toEqual([placed, { ...placed, userId: USERS[1] }]);
  expect(await store.usersToName(NOON, 1)).toEqual([placed]);
  await store.keepUsers([
    { userId: USERS[0], answer: { outcome: "found", entry }, untilMs: NOON + 2 * HOUR },
    { userId: USERS[1], answer: { outcome: "denied" }, untilMs: NOON + HOUR },
  ]);
  expect(await store.usersToName(NOON, 10)).toEqual([]);
  expect(await store.usersToName(NOON + HOUR, 10)).toEqual([{ ...placed, userId: USERS[1] }]);
  const answers = await store.directoryOf({ userIds: [...USERS], iamUsers: [] });
  expect(answers.get(USERS[1])).toEqual([{ outcome: "denied", againMs: NOON + HOUR, place: PLACE }]);
});

test("a name stays while it cannot be asked anew, and goes when the identity store knows nobody", async () => {
  const keep = (answer: Parameters<EventStore["keepUsers"]>[0][number]["answer"], untilMs: number) =>
    store.keepUsers([{ userId: USERS[0], answer, untilMs }]);
  await keep({ outcome: "unknown-user" }, NOON);
  await keep({ outcome: "found", entry }, NOON);
  for (const outcome of ["denied", "failed"] as const) {
    await keep({ outcome }, NOON + HOUR);
    expect((await names())[1]?.[0]).toBe("alice@example.com");
  }
  await keep({ outcome: "unknown-user" }, NOON + HOUR);
  expect((await names())[1]?.[0]).toBeNull();
  await keep({ outcome: "failed" }, NOON + 2 * HOUR);
  const answers = await store.directoryOf({ userIds: [USERS[0]], iamUsers: [] });
  expect(answers.get(USERS[0])).toMatchObject([{ outcome: "failed", againMs: NOON + 2 * HOUR }]);
});

test("a person of a former version, of whom no record tells where, is of the only identity store there is", async () => {
  await store.close();
  await putBack(path, 16);
  store = await openEventStore({ path });
  expect(await store.usersToName(NOON, 10)).toEqual([]);
  await read([portalEvent("99670a1b2c-somebody-else")]);
  expect((await store.usersToName(NOON, 10)).map(({ userId }) => userId)).toEqual(USERS);
});

test("is asked of no identity store where there are two to choose from", async () => {
  await store.close();
  await putBack(path, 16);
  store = await openEventStore({ path });
  await read([portalEvent("somebody-else"), { ...eventOf("another", 8, "d-1111111111"), eventId: "other" }]);
  expect(await store.usersToName(NOON, 10)).toEqual([]);
});
