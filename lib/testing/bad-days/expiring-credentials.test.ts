import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, describe, expect, it } from "vitest";
import type { RequestNote } from "@/lib/sandbox/wire/cloud";
import { planFromOptions } from "@/lib/server/aws/aws-plan";
import { sized } from "../full-size";
import { NO_DEVIATION } from "./compare-with-truth";
import { type BadDay, type BadDayOptions, OF_ATTEMPTS, START, startBadDay } from "./start-bad-day";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ROLE = "arn:aws:iam::111122223333:role/gatebook";
const EXTERNAL_ID = "gatebook-7f3a9c";
const KEYS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_SHARED_CREDENTIALS_FILE"];

/** facts: security §4.3, §5, R7. */
describe("credentials that expire while reading", { timeout: 240_000 }, () => {
  let day: BadDay;
  const before = KEYS.map((name) => [name, process.env[name]] as const);
  afterEach(async () => {
    await day.end();
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  const byRole = planFromOptions({ clusters: ["prod"], region: "eu-west-1", profile: null });
  const plan = {
    ...byRole,
    accounts: byRole.accounts.map((one) => ({ ...one, roleArn: ROLE, externalId: EXTERNAL_ID })),
  };
  const start = async (options: Partial<BadDayOptions>) => {
    const usual = { plan, kinds: OF_ATTEMPTS, lookbackMs: sized(12, 40) * HOUR, pollMs: MINUTE };
    day = await startBadDay({ ...usual, ...options });
  };
  const takings = () => day.sandbox.requests().filter(({ action }) => action === "AssumeRole");
  const problems = async () =>
    (await day.coverage()).flatMap(({ problem }) => (problem === null ? [] : [problem]));

  async function expectEverything(toMs: number): Promise<void> {
    const range = { from: START - sized(10, 36) * HOUR, to: toMs };
    // And what of it comes some minutes later.
    await day.complete({ ...range, to: toMs + 15 * MINUTE });
    expect(await day.deviation({ range, clusters: ["prod"] })).toEqual(NO_DEVIATION);
    expect(await problems()).toEqual([]);
  }

  it("a role's hour ends four times: each time it is taken anew in time, and nothing is lost", async () => {
    await start({ knobs: { latencyMs: 20_000 }, pollMs: 5 * MINUTE });
    const reading = day.read();
    await day.pass(4 * HOUR + 30 * MINUTE);
    await reading;
    expect(takings().length).toBeGreaterThanOrEqual(5);
    expect(day.sandbox.requests().filter(({ error }) => error?.startsWith("ExpiredToken"))).toEqual([]);
    await expectEverything(START + 4 * HOUR);
  });

  it("a role's session that ends before its time: each refused request is sent again with a new one", async () => {
    await start({ knobs: { sessionsEndMs: 7 * MINUTE } });
    const reading = day.read();
    await day.pass(HOUR);
    await reading;
    const requests = day.sandbox.requests();
    const refused = requests.filter(({ error }) => error === "ExpiredTokenException");
    expect(refused.length).toBeGreaterThanOrEqual(7);
    for (const one of refused) expect(answerAfter(requests, one)).toMatchObject({ status: 200 });
    expect(takings().length).toBeGreaterThanOrEqual(8);
    await expectEverything(START + 45 * MINUTE);
  });

  /** The same request, sent again. */
  const answerAfter = (requests: readonly RequestNote[], { action, region, input, timeMs }: RequestNote) =>
    requests.find(
      (one) =>
        one.timeMs >= timeMs &&
        one.error !== "ExpiredTokenException" &&
        [one.action, one.region, JSON.stringify(one.input)].join() ===
          [action, region, JSON.stringify(input)].join(),
    );

  it("a profile's that nobody renews: it is named with what to do, and goes on when somebody has", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gatebook-profile-"));
    const file = join(folder, "credentials");
    const own = planFromOptions({ clusters: ["prod"], region: "eu-west-1", profile: "incident" });
    await start({ plan: own, pollMs: 5 * MINUTE });
    await signIn(file);
    for (const name of KEYS) delete process.env[name];
    process.env.AWS_SHARED_CREDENTIALS_FILE = file;
    await day.read();
    await day.pass(60 * MINUTE);
    // The clock does not wait for a file to be read.
    const all = (await day.coverage()).length;
    for (let n = 0; n < 100 && (await problems()).length < all; n++) await day.pass(MINUTE);
    const said = await problems();
    expect(said).toHaveLength(all);
    for (const problem of said)
      expect(problem).toMatchObject({
        code: "expired-credentials",
        message: expect.stringContaining("the credentials have expired"),
        remedy: "Sign in again (aws sso login); reading goes on by itself.",
      });
    await signIn(file);
    for (let n = 0; n < 100 && (await problems()).length > 0; n++) await day.pass(MINUTE);
    await expectEverything(START + 70 * MINUTE);
    await rm(folder, { recursive: true });
  });

  /** As `aws sso login` and its like do it: credentials for an hour, in the file that the profile is read from. */
  async function signIn(file: string): Promise<void> {
    const { url } = day.sandbox;
    const credentials = {
      accessKeyId: "AKIAEXAMPLEGATEBOOK1",
      secretAccessKey: "sandbox/EXAMPLE/secret/of/no/account/at/",
    };
    const client = new STSClient({ endpoint: url, region: "eu-west-1", credentials });
    const command = new AssumeRoleCommand({
      RoleArn: ROLE,
      RoleSessionName: "alice",
      ExternalId: EXTERNAL_ID,
    });
    const { Credentials: issued } = await client.send(command);
    client.destroy();
    const lines = [
      "[incident]",
      `aws_access_key_id = ${issued?.AccessKeyId}`,
      `aws_secret_access_key = ${issued?.SecretAccessKey}`,
      `aws_session_token = ${issued?.SessionToken}`,
    ];
    await writeFile(file, `${lines.join("\n")}\n`);
  }
});
