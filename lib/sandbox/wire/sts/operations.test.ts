import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { EKSClient, ListClustersCommand } from "@aws-sdk/client-eks";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, describe, expect, test } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../start-sandbox";
import { SANDBOX_KEY } from "../principals";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const NOON = Date.UTC(2026, 10, 18, 12);
let sandbox: Sandbox;

afterEach(() => sandbox.close());

async function open(options: Partial<SandboxOptions> = {}): Promise<void> {
  sandbox = await startSandbox({ now: () => NOON, sleep: async () => {}, ...options });
}

function settings(region = "eu-west-1") {
  return { endpoint: sandbox.url, region, credentials: { ...SANDBOX_KEY }, maxAttempts: 1 };
}

describe("STS", () => {
  test("tells who calls, and lets him take a role, also of another account", async () => {
    await open();
    const { Account, Arn, UserId } = await new STSClient(settings()).send(new GetCallerIdentityCommand({}));
    expect({ Account, Arn, UserId }).toEqual({
      Account: "111122223333",
      Arn: "arn:aws:iam::111122223333:user/gatebook",
      UserId: "AIDAEXAMPLEGATEBOOK01",
    });
    const taken = { RoleArn: "arn:aws:iam::444455556666:role/audit/reader", RoleSessionName: "gatebook" };
    const { Credentials } = await new STSClient(settings()).send(new AssumeRoleCommand(taken));
    expect(Credentials?.Expiration?.getTime()).toBe(NOON + 3_600_000);
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
    const asReader = { ...settings(), credentials };
    const reader = await new STSClient(asReader).send(new GetCallerIdentityCommand({}));
    expect(reader.Arn).toBe("arn:aws:sts::444455556666:assumed-role/reader/gatebook");
    expect((await new EKSClient(asReader).send(new ListClustersCommand({}))).clusters).toEqual([]);
  });

  test("gives a role only to who knows its external id, in AWS's words", async () => {
    await open();
    const sts = new STSClient(settings());
    const taken = { RoleArn: "arn:aws:iam::777788889999:role/gatebook", RoleSessionName: "gatebook" };
    const right = await sts.send(new AssumeRoleCommand({ ...taken, ExternalId: "gatebook-7f3a9c" }));
    expect(right.AssumedRoleUser?.Arn).toBe("arn:aws:sts::777788889999:assumed-role/gatebook/gatebook");
    const said = `User: arn:aws:iam::111122223333:user/gatebook is not authorized to perform: sts:AssumeRole on resource: `;
    const wrong = [
      taken,
      { ...taken, ExternalId: "guessed" },
      { ...taken, RoleArn: "arn:aws:iam::777788889999:role/nobody" },
    ];
    for (const input of wrong)
      await expect(sts.send(new AssumeRoleCommand(input))).rejects.toMatchObject({
        name: "AccessDenied",
        message: said + input.RoleArn,
        $metadata: { httpStatusCode: 403 },
      });
  });

  test("lets credentials expire, by the clock", async () => {
    let nowMs = NOON;
    await open({ now: () => nowMs });
    const taken = {
      RoleArn: "arn:aws:iam::444455556666:role/audit/reader",
      RoleSessionName: "gatebook",
      DurationSeconds: 900,
    };
    const { Credentials } = await new STSClient(settings()).send(new AssumeRoleCommand(taken));
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
    };
    const ask = () => new EKSClient({ ...settings(), credentials }).send(new ListClustersCommand({}));
    nowMs += 899_000;
    await expect(ask()).resolves.toMatchObject({ $metadata: { httpStatusCode: 200 } });
    nowMs += 1_000;
    await expect(ask()).rejects.toMatchObject({ name: "ExpiredTokenException" });
    const sts = new STSClient({ ...settings(), credentials });
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: "ExpiredToken" });
  });

  test("refuses a denied role and an unknown key", async () => {
    await open({ knobs: { denied: ["sts:AssumeRole"] } });
    const taken = { RoleArn: "arn:aws:iam::111122223333:role/reader", RoleSessionName: "gatebook" };
    await expect(new STSClient(settings()).send(new AssumeRoleCommand(taken))).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringContaining("sts:AssumeRole on resource: arn:aws:iam::111122223333:role/reader"),
    });
    const stranger = {
      ...settings(),
      credentials: { accessKeyId: "AKIAEXAMPLESTRANGER1", secretAccessKey: "x" },
    };
    await expect(new STSClient(stranger).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "InvalidClientTokenId",
    });
    await expect(
      new CloudWatchLogsClient(stranger).send(new DescribeLogGroupsCommand({})),
    ).rejects.toMatchObject({
      name: "UnrecognizedClientException",
    });
  });
});
