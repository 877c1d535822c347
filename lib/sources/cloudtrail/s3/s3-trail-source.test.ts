import { setMaxListeners } from "node:events";
import { S3Client } from "@aws-sdk/client-s3";
import { afterEach, describe, expect, it } from "vitest";
import { createRequestBudgets } from "@/lib/ingest/budgets/create-request-budgets";
import type { EventSource, SourceRecord } from "@/lib/ports/event-source";
import { type Sandbox, startSandbox } from "@/lib/sandbox/start-sandbox";
import type { Knobs } from "@/lib/sandbox/wire/cloud";
import { SANDBOX_KEY } from "@/lib/sandbox/wire/principals";
import { createVirtualClock } from "@/lib/testing/virtual-clock";
import { classifyFailure } from "../../aws/classify-failure";
import { findTrailFolders } from "./find-trail-folders";
import { createS3TrailSource } from "./s3-trail-source";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOW = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const RANGE = { from: NOW - 15 * HOUR + 123, to: NOW };
const PLACE = { accountId: "111122223333", region: "eu-west-1" };
const never = new AbortController().signal;
setMaxListeners(0, never);

let sandbox: Sandbox | null = null;
afterEach(async () => {
  await sandbox?.close();
  sandbox = null;
});

async function open(knobs: Knobs = {}, bucket = "example-trail") {
  const clock = createVirtualClock(NOW);
  sandbox = await startSandbox({ now: clock.now, sleep: async () => undefined, knobs });
  const client = new S3Client({
    endpoint: sandbox.url,
    region: "eu-west-1",
    credentials: SANDBOX_KEY,
    maxAttempts: 1,
  });
  const budgets = createRequestBudgets({ clock, quotaShare: 0.5, classify: classifyFailure });
  return { client, bucket, region: "eu-west-1", budget: budgets.at({ ...PLACE, api: "s3" }) };
}

async function source(knobs: Knobs = {}): Promise<EventSource> {
  const trail = await open(knobs);
  const folders = await findTrailFolders(trail, { prefix: "AWSLogs/", regions: ["eu-west-1"] }, never);
  const [folder] = folders;
  if (folder === undefined) throw new Error("no folder");
  return createS3TrailSource(trail, folder);
}

async function readAll(from: EventSource, range = RANGE, startAt: string | null = null) {
  const records: SourceRecord[] = [];
  const complete: { from: number; to: number }[] = [];
  const notices: unknown[] = [];
  const cursors: (string | null)[] = [];
  let cursor = startAt;
  do {
    const page = await from.read(range, cursor, never);
    records.push(...page.records);
    if (page.complete !== null) complete.push(page.complete);
    if (page.notice) notices.push(page.notice);
    cursor = page.cursor;
    cursors.push(cursor);
  } while (cursor !== null);
  return { records, complete, notices, cursors };
}

/** Of services whose events tell who took which identity. */
const OF_IDENTITIES = /"eventSource":"(sts|signin|sso|eks-auth)\.amazonaws\.com"/;

/** What the world's trail holds of STS, and has delivered to S3. */
function expected(range: { from: number; to: number }): string[] {
  const events = sandbox?.world.events(PLACE, range, NOW) ?? [];
  return events
    .filter(
      ({ eventSource, deliveredMs }) =>
        eventSource === "sts.amazonaws.com" && deliveredMs <= NOW - 5 * MINUTE,
    )
    .map(({ eventId }) => eventId);
}
const idsOf = (records: readonly SourceRecord[]) => new Set(records.map(({ eventId }) => eventId));
const gets = () => (sandbox?.requests() ?? []).filter(({ action }) => action === "GetObject");

describe("a trail in S3", () => {
  it("gives every STS event of the time, newest objects first, beginning with a few", async () => {
    const { records, complete } = await readAll(await source());
    const ids = idsOf(records);
    expect(expected(RANGE).length).toBeGreaterThan(200);
    expect(expected(RANGE).filter((id) => !ids.has(id))).toEqual([]);
    expect(records.filter(({ text }) => !OF_IDENTITIES.test(text))).toEqual([]);
    expect(complete.at(-1)).toEqual(RANGE);
    const lists = (sandbox?.requests() ?? []).filter(({ action }) => action === "ListObjectsV2");
    expect(lists.length).toBeLessThan(7);
    const keys = gets().map(({ input }) => String(input.key));
    expect(Math.min(...keys.slice(0, 8).map((key) => deliveryHour(key)))).toBeGreaterThanOrEqual(11);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("claims a stretch only when all that was delivered in it is read", async () => {
    const from = await source();
    let cursor: string | null = null;
    const ids = new Set<string | null>();
    do {
      const page = await from.read(RANGE, cursor, never);
      for (const { eventId } of page.records) ids.add(eventId);
      const claimed =
        page.complete === null ? [] : expected({ from: page.complete.from, to: page.complete.to - 1 });
      expect(claimed.filter((id) => !ids.has(id))).toEqual([]);
      cursor = page.cursor;
    } while (cursor !== null);
  });

  it("goes on behind any page after a restart", async () => {
    const whole = await readAll(await source());
    const { cursors } = whole;
    await sandbox?.close();
    const first = await source();
    const ids = idsOf((await first.read(RANGE, null, never)).records);
    for (const { eventId } of (await readAll(await source(), RANGE, cursors[0] ?? null)).records)
      ids.add(eventId);
    expect(ids).toEqual(idsOf(whole.records));
  });

  it("leaves out an object that unpacks to far too much, says so, and reads the rest", async () => {
    const { records, complete, notices } = await readAll(await source({ hostileObjects: ["T0600Z"] }));
    expect(notices).toMatchObject([
      {
        code: "unreadable-object",
        message: expect.stringContaining("unpacks to far more than logs do"),
        command: expect.stringContaining("aws s3api head-object --bucket example-trail --key AWSLogs/"),
      },
    ]);
    const at = Date.UTC(2026, 10, 20, 6);
    const isRead = (timeMs: number) => complete.some(({ from, to }) => timeMs >= from && timeMs < to);
    expect([at - HOUR, at - 5 * MINUTE, at + 5 * MINUTE].map(isRead)).toEqual([true, false, true]);
    expect(records.length).toBeGreaterThan(200);
  });

  it.each(["s3:ListBucket", "s3:GetObject"])(
    "names the permission that is missing: %s",
    async (permission) => {
      const failing = source({ denied: [permission] }).then((from) => readAll(from));
      await expect(failing).rejects.toMatchObject({
        problem: {
          code: "forbidden",
          permission,
          message: expect.stringContaining("s3://example-trail/AWSLogs/"),
        },
      });
    },
  );

  it("is found in an organisation's bucket too, digests left aside; a bucket that is none is said", async () => {
    const trail = await open({}, "example-org-trail");
    const asked = { prefix: "audit/AWSLogs/", regions: ["eu-west-1", "us-east-1", "us-east-2"] };
    const folders = await findTrailFolders(trail, asked, never);
    expect(folders).toContainEqual({
      ...PLACE,
      prefix: "audit/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/",
    });
    await expect(findTrailFolders({ ...trail, bucket: "none" }, asked, never)).rejects.toMatchObject({
      problem: { code: "not-found", message: expect.stringContaining("s3://none/audit/AWSLogs/") },
    });
  });
});

function deliveryHour(key: string): number {
  return Number(/20261120T(\d\d)/.exec(key)?.[1] ?? 0);
}
