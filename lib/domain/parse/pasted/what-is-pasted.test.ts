import { describe, expect, it } from "vitest";
import { printMeaning } from "./meaning";
import { whatIsPasted } from "./what-is-pasted";

const ARN = "arn:aws:sts::111122223333:assumed-role/Dev/alice@example.com";
const ROLE = "arn:aws:iam::111122223333:role/Dev";
const UID = "aws-iam-authenticator:111122223333:AROAEXAMPLEDEV";
const EVENT = "3038ebd2-c98a-4c65-9b6e-e22506292313";
const NAME = (name: string) =>
  `person:${name} | username:${name} | role:${name} | user:${name} | group:${name} | ci:${name}`;
const GRANTED = `time="2026-01-02T03:04:05Z" level=info msg="access granted" arn="${ROLE}" client="127.0.0.1:42414" groups="[system:masters]" method=POST path=/authenticate uid="${UID}" username=eks-admin`;
const DENIED = `time="2026-01-02T03:04:05Z" level=warning msg="access denied" arn="${ROLE}" client="127.0.0.1:34720" error="identity is not mapped" method=POST path=/authenticate`;
const STS = `time="2026-01-02T03:04:05Z" level=info msg="STS response" accesskeyid=ASIAEXAMPLE1 accountid=111122223333 arn="${ARN}" client="127.0.0.1:38940" method=POST path=/authenticate session=alice@example.com userid=AROAEXAMPLEDEV`;

/** `as: tier, tier …`, the meanings of a tier side by side. */
function tell(text: string): string {
  const pasted = whatIsPasted(text);
  if (pasted.what !== "reading") return pasted.what;
  return [pasted.as, ...pasted.tiers.map((tier) => tier.map(printMeaning).join(" | "))].join("\n");
}

const lines = (...parts: readonly string[]) => parts.join("\n");

describe("one value", () => {
  it.each([
    ["alice@example.com", lines("email", NAME("alice@example.com"))],
    ["kubernetes-admin", lines("name", NAME("kubernetes-admin"))],
    ["system:masters", lines("system-name", NAME("system:masters"))],
    [
      "system:node:ip-10-0-1-2.eu-west-1.compute.internal",
      lines("system-name", NAME("system:node:ip-10-0-1-2.eu-west-1.compute.internal")),
    ],
    ["ASIAEXAMPLE62F472XXX", lines("key", "key:ASIAEXAMPLE62F472XXX", NAME("ASIAEXAMPLE62F472XXX"))],
    ["AKIAEXAMPLE1", lines("key", "key:AKIAEXAMPLE1", NAME("AKIAEXAMPLE1"))],
    ["AROAEXAMPLEDEV", lines("unique-id", "unique-id:AROAEXAMPLEDEV", NAME("AROAEXAMPLEDEV"))],
    [
      "AROAEXAMPLEDEV:i-0123456789abcdef0",
      lines(
        "unique-id",
        "unique-id:AROAEXAMPLEDEV:i-0123456789abcdef0",
        "unique-id:AROAEXAMPLEDEV",
        NAME("AROAEXAMPLEDEV:i-0123456789abcdef0"),
      ),
    ],
    [ARN, lines("session", `session:${ARN}`, `username:${ARN}`, `role:${ROLE}`)],
    [ROLE, lines("role", `role:${ROLE}`, `username:${ROLE}`)],
    [
      "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef",
      lines(
        "role",
        "role:arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef",
        "username:arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef",
      ),
    ],
    [
      "arn:aws:iam::111122223333:user/ops/bob",
      lines(
        "user",
        "user:arn:aws:iam::111122223333:user/ops/bob",
        "username:arn:aws:iam::111122223333:user/ops/bob",
      ),
    ],
    [
      "arn:aws:iam::111122223333:root",
      lines("root", "root:111122223333", "username:arn:aws:iam::111122223333:root"),
    ],
    [
      "arn:aws:sts::111122223333:federated-user/bob",
      lines(
        "federated-user",
        "federated-user:arn:aws:sts::111122223333:federated-user/bob",
        "username:arn:aws:sts::111122223333:federated-user/bob",
      ),
    ],
    [
      "arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0",
      lines("instance", "instance:i-0123456789abcdef0"),
    ],
    ["arn:aws:s3:::bucket", lines("name", NAME("arn:aws:s3:::bucket"))],
    [UID, lines("uid", `uid:${UID}`, "unique-id:AROAEXAMPLEDEV")],
    [
      "heptio-authenticator-aws:111122223333:AROAEXAMPLEDEV",
      lines("uid", "uid:heptio-authenticator-aws:111122223333:AROAEXAMPLEDEV", "unique-id:AROAEXAMPLEDEV"),
    ],
    [
      "aws-iam-authenticator:administrative:eks:node-manager",
      lines("uid", "uid:aws-iam-authenticator:administrative:eks:node-manager", "username:eks:node-manager"),
    ],
    ["i-0123456789abcdef0", lines("instance", "instance:i-0123456789abcdef0", NAME("i-0123456789abcdef0"))],
    ["111122223333", lines("account", "account:111122223333", NAME("111122223333"))],
    ["1111-2222-3333", lines("account", "account:111122223333", NAME("1111-2222-3333"))],
    [
      "system:serviceaccount:payments:api",
      lines(
        "workload",
        "workload:system:serviceaccount:payments:api",
        "username:system:serviceaccount:payments:api",
        ...[
          NAME("system:serviceaccount:payments:api").replace(
            "| username:system:serviceaccount:payments:api ",
            "",
          ),
        ],
      ),
    ],
    [EVENT, lines("event", `event:${EVENT}`, NAME(EVENT))],
    [
      "37562783458923475892347589234758923475892347589234758923",
      lines(
        "record",
        "record:37562783458923475892347589234758923475892347589234758923",
        NAME("37562783458923475892347589234758923475892347589234758923"),
      ),
    ],
    [
      "0123456789abcdef0123456789abcdef",
      lines("attempt", "attempt:0123456789abcdef0123456789abcdef", NAME("0123456789abcdef0123456789abcdef")),
    ],
    [
      "http://127.0.0.1:3000/attempts/0123456789abcdef0123456789abcdef?range=7d",
      lines("attempt", "attempt:0123456789abcdef0123456789abcdef", NAME("0123456789abcdef0123456789abcdef")),
    ],
    ["Dev/EKSGetTokenAuth", lines("session", "session:Dev/EKSGetTokenAuth", NAME("Dev/EKSGetTokenAuth"))],
    ["assumed-role/Dev/deploy", lines("session", "session:Dev/deploy", NAME("assumed-role/Dev/deploy"))],
    ["role/team/Dev", lines("role", "role:Dev", NAME("role/team/Dev"))],
  ])("%s", (text, expected) => {
    expect(tell(text)).toBe(expected);
  });

  it.each([
    `"${ARN}"`,
    `'${ARN}',`,
    `\`${ARN}\`.`,
    `  <${ARN}>\n`,
    `arn="${ARN}"`,
    `"arn": "${ARN}",`,
    `arn: ${ARN}`,
    `(${ARN})?`,
    `“${ARN}”`,
  ])("is found in %j", (text) => {
    expect(tell(text)).toBe(tell(ARN));
  });

  it.each([
    ['username="dev:alice"', "username:dev:alice"],
    ["session=deploy", "person:deploy"],
    ['groups="[ops system:masters]"', "group:ops | group:system:masters"],
    ['"accountId": "111122223333",', "account:111122223333"],
    [`uid=${UID}`, `uid:${UID}`],
  ])("%s is what its field says", (text, first) => {
    expect(tell(text).split("\n")[1]).toBe(first);
  });

  it.each(["", "   ", '""', "``", "\uFEFF\n"])("%j is nothing", (text) => {
    expect(tell(text)).toBe("nothing");
  });
});

describe("a whole record", () => {
  it("is a line of the authenticator's log, with who stands in it", () => {
    expect(tell(GRANTED)).toBe(
      lines(
        "line",
        `line:${GRANTED}`,
        "username:eks-admin",
        `uid:${UID}`,
        `role:${ROLE}`,
        `username:${ROLE}`,
      ),
    );
    expect(tell(DENIED)).toBe(lines("line", `line:${DENIED}`, `role:${ROLE}`, `username:${ROLE}`));
    expect(tell(STS)).toBe(
      lines("line", `line:${STS}`, "key:ASIAEXAMPLE1", `session:${ARN}`, `username:${ARN}`, `role:${ROLE}`),
    );
  });

  it("is found behind what a log viewer prints before it", () => {
    expect(tell(`2026-01-02T03:04:05.123Z authenticator-0123 ${GRANTED}\r\n`)).toBe(tell(GRANTED));
    expect(tell(JSON.stringify({ message: GRANTED, eventId: "1234" })).split("\n")).toEqual([
      "line",
      "record:1234",
      ...tell(GRANTED).split("\n").slice(1),
    ]);
  });

  it("is several lines at once", () => {
    expect(tell(`${STS}\n${GRANTED}`).split("\n")[1]).toBe(`line:${STS} | line:${GRANTED}`);
  });

  const trail = {
    eventID: EVENT,
    eventName: "AssumeRole",
    userIdentity: {
      type: "IAMUser",
      arn: "arn:aws:iam::111122223333:user/alice",
      accessKeyId: "AKIAEXAMPLE1",
    },
    responseElements: {
      credentials: { accessKeyId: "ASIAEXAMPLE1", sessionToken: "kept out" },
      assumedRoleUser: { arn: ARN },
    },
  };

  it.each([
    JSON.stringify(trail, null, 2),
    JSON.stringify({ Records: [trail] }),
    JSON.stringify({ Events: [{ EventId: EVENT, CloudTrailEvent: JSON.stringify(trail) }] }),
  ])("is one of CloudTrail", (text) => {
    expect(tell(text)).toBe(
      lines(
        ...["cloudtrail-record", `event:${EVENT}`, "key:ASIAEXAMPLE1"],
        ...[`session:${ARN}`, `username:${ARN}`, `role:${ROLE}`],
        ...["key:AKIAEXAMPLE1", "user:arn:aws:iam::111122223333:user/alice"],
        "username:arn:aws:iam::111122223333:user/alice",
      ),
    );
  });

  const user = {
    username: "dev:alice",
    uid: UID,
    groups: ["dev", "system:authenticated"],
    extra: { accessKeyId: ["ASIAEXAMPLE1"], arn: [ARN] },
  };
  const leads = [
    "key:ASIAEXAMPLE1",
    `session:${ARN}`,
    `username:${ARN}`,
    `role:${ROLE}`,
    `uid:${UID}`,
    "username:dev:alice",
  ];

  it("is an audit event, or what kubectl says of oneself", () => {
    const audit = { auditID: EVENT, verb: "list", user, impersonatedUser: { username: "root" } };
    expect(tell(JSON.stringify(audit))).toBe(lines("audit-event", ...leads));
    expect(tell(JSON.stringify({ kind: "SelfSubjectReview", status: { userInfo: user } }))).toBe(
      lines("user-info", ...leads),
    );
  });

  it("is the answer of aws sts get-caller-identity", () => {
    const answer = { UserId: "AROAEXAMPLEDEV:alice@example.com", Account: "111122223333", Arn: ARN };
    expect(tell(JSON.stringify(answer)).split("\n").slice(0, 2)).toEqual(["user-info", `session:${ARN}`]);
  });
});

describe("a message", () => {
  it.each([
    [
      `Error from server (Forbidden): pods is forbidden: User "dev:alice" cannot list resource "pods" in API group ""`,
      "username:dev:alice",
    ],
    [
      `forbidden: User "system:serviceaccount:payments:api" cannot get resource "secrets"`,
      "workload:system:serviceaccount:payments:api",
    ],
    [`User "a\\"b" cannot list`, 'username:a"b'],
  ])("says who was forbidden something: %s", (text, first) => {
    expect(tell(text).split("\n").slice(0, 2)).toEqual(["message", first]);
  });

  it.each([
    "error: You must be logged in to the server (Unauthorized)",
    "error: the server has asked for the client to provide credentials",
    '{"kind":"Status","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}',
  ])("that names nobody is said to: %s", (text) => {
    expect(tell(text)).toBe("nameless");
  });

  it("is looked through for what has a shape", () => {
    expect(
      tell(`who is ASIAEXAMPLE1? he took ${ARN}, asks alice@example.com`).split("\n").slice(0, 2),
    ).toEqual([
      "text",
      `key:ASIAEXAMPLE1 | session:${ARN} | person:alice@example.com | username:alice@example.com | role:alice@example.com | user:alice@example.com | group:alice@example.com | ci:alice@example.com`,
    ]);
  });
});
