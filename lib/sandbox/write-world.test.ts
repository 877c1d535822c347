import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type WorldFilesWritten, writeWorld } from "./write-world";

const NOON = Date.UTC(2026, 10, 18, 12);
let out: string;
let written: WorldFilesWritten;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "sandbox-world-"));
  written = await writeWorld({ out, seed: 3, days: 2, nowMs: NOON });
});
afterAll(() => rm(out, { recursive: true }));

async function readJson(path: string) {
  return JSON.parse(await readFile(join(out, path), "utf8"));
}

test("the log in the form of filter-log-events, and as bare lines", async () => {
  let lines = 0;
  for (const cluster of ["prod", "staging", "devCluster"]) {
    const { events } = await readJson(`authenticator/${cluster}.json`);
    const bare = (await readFile(join(out, "authenticator", `${cluster}.log`), "utf8")).trimEnd().split("\n");
    expect(bare).toEqual(events.map((event: { message: string }) => event.message));
    lines += events.length;
  }
  expect(lines).toBe(written.lines);
});

test("the trail as S3 objects holds what lookup-events prints", async () => {
  const objects = (await readdir(out, { recursive: true })).filter((path) => path.endsWith(".json.gz"));
  expect(objects.length).toBeGreaterThan(40);
  const stored: string[] = [];
  for (const path of objects) {
    expect(path).toMatch(
      /^AWSLogs\/(111122223333|444455556666)\/CloudTrail\/(eu-west-1|us-east-1)\/2026\/11\/\d\d\/\1_CloudTrail_\2_\d{8}T\d{4}Z_[0-9a-f]{16}\.json\.gz$/,
    );
    const { Records } = JSON.parse(gunzipSync(await readFile(join(out, path))).toString("utf8"));
    stored.push(...Records.map((record: { eventID: string }) => record.eventID));
  }
  const printed: string[] = [];
  for (const path of await readdir(join(out, "cloudtrail"))) {
    const { Events } = await readJson(`cloudtrail/${path}`);
    expect(Events[0].EventTime).toMatch(/^2026-11-1[78]T\d\d:\d\d:\d\d\+00:00$/);
    printed.push(...Events.map((event: { EventId: string }) => event.EventId));
  }
  expect(stored.toSorted()).toEqual(printed.toSorted());
  expect(stored).toHaveLength(written.events);
});

test("the truth names only lines and events that were written", async () => {
  const { attempts } = await readJson("truth.json");
  expect(attempts).toHaveLength(written.attempts);
  const ids = new Set<string>();
  for (const cluster of ["prod", "staging", "devCluster"])
    for (const event of (await readJson(`authenticator/${cluster}.json`)).events) ids.add(event.eventId);
  const stsIds = new Set<string>();
  for (const path of await readdir(join(out, "cloudtrail")))
    for (const event of (await readJson(`cloudtrail/${path}`)).Events) stsIds.add(event.EventId);
  for (const attempt of attempts) {
    expect(ids.has(attempt.line.eventId)).toBe(true);
    if (attempt.stsEventId !== null) expect(stsIds.has(attempt.stsEventId)).toBe(true);
  }
});
