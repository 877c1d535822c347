import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createWorld } from "./world";

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 18, 12);
const TWO_WEEKS = { from: NOON - 14 * DAY, to: NOON };
const EVER = Number.MAX_SAFE_INTEGER;
const world = createWorld(1);
const authenticator = ["prod", "staging", "devCluster"]
  .flatMap((cluster) => world.lines(cluster, TWO_WEEKS, EVER))
  .filter((line) => line.stream.startsWith("authenticator-"));
const events = ["eu-west-1", "us-east-1"].flatMap((region) =>
  world.events({ accountId: "111122223333", region }, TWO_WEEKS, EVER),
);
const attempts = world.truth(TWO_WEEKS);

describe("what is in it", () => {
  const texts = authenticator.map((line) => line.message);
  const kinds: [string, RegExp][] = [
    [
      "an STS response with key and endpoint",
      / msg="STS response" accesskeyid=ASIA\w+ .* stsendpoint=sts\.eu-west-1/,
    ],
    ["one without endpoint", / msg="STS response" accesskeyid=\w+ (?!.*stsendpoint)/],
    ["one without key", / msg="STS response" accountid=/],
    ["an IAM user's, with an empty session", / session= stsendpoint=sts\.amazonaws\.com userid=AIDA/],
    ["no groups", / msg="access granted" .*groups="\[\]"/],
    [
      "an access entry's user name",
      /username="arn:aws:sts::111122223333:assumed-role\/AWSReservedSSO_\w+\/alice-example\.com"/,
    ],
    ["the creator", /username=kubernetes-admin/],
    ["the old uid", /uid="heptio-authenticator-aws:/],
    [
      "token expired",
      /error="input token was not properly formatted: X-Amz-Date parameter is expired \(15 minute/,
    ],
    ["missing prefix", /token is missing expected \\"k8s-aws-v1\.\\" prefix/],
    ["base64", /illegal base64 data at input byte \d+/],
    ["host", /unexpected hostname \\"[^"]+\\" in pre-signed URL/],
    ["signature", /got 403\) on eu-west-1 endpoint\. Body: .*SignatureDoesNotMatch/],
    ["expired credentials", /ExpiredToken/],
    ["unknown key", /InvalidClientTokenId/],
    ["throttled", /error="sts getCallerIdentity was throttled: /],
    ["not mapped", /error="identity is not mapped"/],
    ["not mapped, older", /error="ARN is not mapped"/],
    ["not mapped, oldest", /error="ARN is not mapped: arn:aws:iam::111122223333:role\/[a-z0-9_-]+"/],
    ["renamed", /error="mapper DynamicFile Map error: ARN does not match User ID"/],
    ["no instance id", /\{\{EC2PrivateDNSName\}\}\\": SessionName did not contain an instance id"/],
    ["no such instance", /failed querying private DNS from EC2 API for node i-0/],
    ["version", /^Authenticator Version: "v0\.7\.18", "/],
    ["mapping", /msg="mapping IAM user" groups="\[system:masters\]" user=/],
    ["mapper", /msg="starting mapper \\"DynamicFile\\""/],
    ["watch", /msg="Received aws-auth watch event"/],
    ["klog", /^E\d{4} \d\d:\d\d:\d\d\.\d{6} {7}1 reflector\.go/],
    ["comparison", /msg="additional arn comparison for IAM arn\./],
    ["method", /level=error msg="unexpected request method"/],
    ["TLS", /http=error$/],
  ];
  test.each(kinds)("%s", (_, form) => expect(texts.some((text) => form.test(text))).toBe(true));

  test("every kind of event", () => {
    const names = new Set(events.map((event) => event.eventName));
    expect([...names].sort()).toEqual([
      "AssociateAccessPolicy",
      "AssumeRole",
      "AssumeRoleForPodIdentity",
      "AssumeRoleWithSAML",
      "AssumeRoleWithWebIdentity",
      "AssumeRoot",
      "AuthorizeOAuth2Access",
      "ConsoleLogin",
      "CreateAccessEntry",
      "CreateOAuth2Token",
      "CreateSession",
      "CreateToken",
      "DeleteAccessEntry",
      "DescribeCluster",
      "Federate",
      "GetCallerIdentity",
      "GetFederationToken",
      "GetRoleCredentials",
      "GetSessionToken",
      "GetSigninToken",
      "UserAuthentication",
    ]);
    const own = events.filter(
      (event) => event.eventName === "GetCallerIdentity" && event.json.includes("aws-cli/"),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(events.some((event) => event.json.includes('"errorCode":"AccessDenied"'))).toBe(true);
    expect(events.every((event) => !event.json.includes("999988887777"))).toBe(true);
  });

  test("the forged line keeps its quotes, its escapes and its verdict", () => {
    const forged = texts.filter((text) => text.includes("<script>"));
    expect(forged.length).toBeGreaterThan(1);
    for (const text of forged) {
      expect(text).toMatch(/^time="[^"]+" level=warning msg="access denied" client=/);
      expect(text).toContain('\\" msg=\\"access granted\\"');
      expect(text).toContain("\\x1b[2K");
      expect(text).not.toContain("\u001b");
    }
  });

  test("ties: two decisions of one key in one millisecond", () => {
    const seen = new Set<string>();
    const twice = attempts.filter((one) => {
      const key = `${one.accessKeyId}/${one.timeMs}`;
      return one.accessKeyId !== null && seen.size === seen.add(key).size;
    });
    expect(twice.length).toBeGreaterThan(5);
  });
});

test("the talk's examples, shifted in time: the line word for word, the rows with their addresses", () => {
  const talk = new URL("../fixtures/talk/", import.meta.url);
  const literal = readFileSync(new URL("authenticator.log", talk), "utf8").trim();
  const rest = literal.slice(literal.indexOf(" level="));
  const shifted = authenticator.filter((line) => line.message.endsWith(rest));
  expect(shifted.length).toBe(2);
  expect(shifted.every((line) => line.message.includes('T05:32:52Z"'))).toBe(true);
  for (const { eventID, sourceIPAddress } of JSON.parse(
    readFileSync(new URL("cloudtrail.json", talk), "utf8"),
  ).Records) {
    const found = events.filter((event) => event.eventId.startsWith(eventID.slice(0, 24)));
    expect(found.length).toBeGreaterThan(0);
    for (const event of found)
      expect(JSON.parse(event.json)).toMatchObject({ sourceIPAddress, awsRegion: "us-east-1" });
  }
});
