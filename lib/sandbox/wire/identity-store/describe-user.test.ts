import { DescribeUserCommand, IdentitystoreClient } from "@aws-sdk/client-identitystore";
import { afterEach, expect, test } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../start-sandbox";
import { SANDBOX_KEY } from "../principals";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const STORE = "d-99670a1b2c";
const ALICE = "d2c5f4e4-10a1-70b4-9d3e-000000000001";
const LEFT = "d2c5f4e4-10a1-70b4-9d3e-00000000000b";
let sandbox: Sandbox;

afterEach(() => sandbox.close());

async function ask(
  UserId: string,
  more: Partial<SandboxOptions> = {},
  place = { STORE, region: "eu-west-1" },
) {
  sandbox = await startSandbox({ now: () => Date.UTC(2026, 10, 18), sleep: async () => {}, ...more });
  const { url: endpoint } = sandbox;
  const settings = { endpoint, region: place.region, credentials: { ...SANDBOX_KEY }, maxAttempts: 1 };
  return new IdentitystoreClient(settings).send(
    new DescribeUserCommand({ IdentityStoreId: place.STORE, UserId }),
  );
}

test("a user as the identity store has him", async () => {
  expect(await ask(ALICE)).toMatchObject({
    UserId: ALICE,
    IdentityStoreId: STORE,
    UserName: "alice@example.com",
    DisplayName: "Alice Example",
    Emails: [{ Value: "alice@example.com", Primary: true }],
  });
});

test.each([
  ["one who left", LEFT, { STORE, region: "eu-west-1" }, "ResourceNotFoundException", "USER"],
  [
    "another store",
    ALICE,
    { STORE: "d-0000000000", region: "eu-west-1" },
    "ResourceNotFoundException",
    "IDENTITY_STORE",
  ],
  ["another Region", ALICE, { STORE, region: "us-east-2" }, "ResourceNotFoundException", "IDENTITY_STORE"],
  ["no user id", "alice", { STORE, region: "eu-west-1" }, "ValidationException", undefined],
])("%s is not found", async (_, userId, place, name, ResourceType) => {
  await expect(ask(userId, {}, place)).rejects.toMatchObject({ name, ...(ResourceType && { ResourceType }) });
});

test("who may not ask is told in IAM's words", async () => {
  const denied = ask(ALICE, { knobs: { denied: ["identitystore:DescribeUser"] } });
  await expect(denied).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining(
      "is not authorized to perform: identitystore:DescribeUser on resource: arn:aws:identitystore::111122223333:identitystore/d-99670a1b2c",
    ),
  });
});

test("who asks too often is throttled", async () => {
  const throttled = ask(ALICE, { faults: { calls: [{ kind: "throttled" }] } });
  await expect(throttled).rejects.toMatchObject({ name: "ThrottlingException" });
});
