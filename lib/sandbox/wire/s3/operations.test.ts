import { gunzipSync } from "node:zlib";
import {
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../start-sandbox";
import { SANDBOX_KEY } from "../principals";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOON = Date.UTC(2026, 10, 18, 12);
const HOUR = 3_600_000;
const TRAIL = "AWSLogs/111122223333/CloudTrail/eu-west-1/";
const DAY = `${TRAIL}2026/11/17/`;

let sandbox: Sandbox;
let client: S3Client;
let nowMs = NOON;

beforeAll(async () => {
  const knobs = { denied: ["s3:GetObject us-east-1"], hostileObjects: ["T0000Z"] };
  sandbox = await startSandbox({ now: () => nowMs, sleep: async () => {}, knobs });
  const settings = { endpoint: sandbox.url, region: "eu-west-1", credentials: SANDBOX_KEY, maxAttempts: 1 };
  client = new S3Client(settings);
});
afterAll(() => sandbox.close());

const list = (input: Partial<ListObjectsV2CommandInput>) =>
  client.send(new ListObjectsV2Command({ Bucket: "example-trail", ...input }));

async function keysOf(input: Partial<ListObjectsV2CommandInput>): Promise<string[]> {
  const keys: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await list({ ...input, ...(ContinuationToken && { ContinuationToken }) });
    keys.push(...(page.Contents ?? []).map(({ Key = "" }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return keys;
}

async function recordsOf(Key: string): Promise<{ eventID: string }[]> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: "example-trail", Key }));
  return JSON.parse(gunzipSync((await Body?.transformToByteArray()) ?? "").toString("utf8")).Records;
}

describe("trails in S3", () => {
  test("list folders, digests beside the trail, and an organisation's id", async () => {
    const folders = async (bucket: string, Prefix: string) =>
      (await list({ Bucket: bucket, Prefix, Delimiter: "/" })).CommonPrefixes?.map((one) => one.Prefix);
    expect(await folders("example-trail", "AWSLogs/")).toEqual(["AWSLogs/111122223333/"]);
    expect(await folders("example-trail", "AWSLogs/111122223333/")).toEqual([
      "AWSLogs/111122223333/CloudTrail-Digest/",
      "AWSLogs/111122223333/CloudTrail/",
    ]);
    expect(await folders("example-trail", "AWSLogs/111122223333/CloudTrail/")).toEqual([
      "AWSLogs/111122223333/CloudTrail/eu-west-1/",
      "AWSLogs/111122223333/CloudTrail/us-east-1/",
    ]);
    expect(await folders("example-org-trail", "audit/AWSLogs/")).toEqual(["audit/AWSLogs/o-exampleorg1/"]);
  });

  test("list a day's objects in order, from a key on and page by page", async () => {
    const keys = await keysOf({ Prefix: DAY });
    expect(keys.length).toBeGreaterThan(50);
    expect(keys).toEqual([...keys].sort());
    expect(await keysOf({ Prefix: DAY, MaxKeys: 7 })).toEqual(keys);
    expect(await keysOf({ Prefix: DAY, StartAfter: keys[9] ?? "" })).toEqual(keys.slice(10));
    const name = /CloudTrail_eu-west-1_20261117T\d{4}Z_[a-z0-9]{16}\.json\.gz$/;
    expect(keys.filter((key) => !name.test(key))).toEqual([]);
  });

  test("hold what was delivered that day, some of it twice, and nothing of the future", async () => {
    const keys = (await keysOf({ Prefix: DAY })).filter((key) => !key.includes("T0000Z"));
    const ids: string[] = [];
    for (const key of keys) ids.push(...(await recordsOf(key)).map(({ eventID }) => eventID));
    const day = Date.UTC(2026, 10, 17);
    const known = sandbox.world
      .events(
        { accountId: "111122223333", region: "eu-west-1" },
        { from: day - HOUR, to: day + 25 * HOUR },
        NOON,
      )
      .filter(({ deliveredMs }) => deliveredMs > day && deliveredMs <= day + 23.9 * HOUR)
      .map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBeLessThan(ids.length);
    expect(known.filter((id) => !ids.includes(id))).toEqual([]);
    const today = `${TRAIL}2026/11/18/`;
    const before = await keysOf({ Prefix: today });
    nowMs += HOUR;
    const after = await keysOf({ Prefix: today });
    nowMs -= HOUR;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test("name their refusals as S3 does", async () => {
    await expect(list({ Bucket: "none" })).rejects.toMatchObject({ name: "NoSuchBucket" });
    await expect(recordsOf(`${DAY}none.json.gz`)).rejects.toMatchObject({ name: "NoSuchKey" });
    await expect(recordsOf(DAY.replace("eu-west-1", "us-east-1").concat("x"))).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringContaining("s3:GetObject"),
    });
  });
});
