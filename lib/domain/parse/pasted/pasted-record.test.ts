import { describe, expect, it } from "vitest";
import { ARN, EVENT, lines, ROLE, tellPasted, UID } from "@/lib/testing/tell-pasted";

const GRANTED = `time="2026-01-02T03:04:05Z" level=info msg="access granted" arn="${ROLE}" client="127.0.0.1:42414" groups="[system:masters]" method=POST path=/authenticate uid="${UID}" username=eks-admin`;
const DENIED = `time="2026-01-02T03:04:05Z" level=warning msg="access denied" arn="${ROLE}" client="127.0.0.1:34720" error="identity is not mapped" method=POST path=/authenticate`;
const STS = `time="2026-01-02T03:04:05Z" level=info msg="STS response" accesskeyid=ASIAEXAMPLE1 accountid=111122223333 arn="${ARN}" client="127.0.0.1:38940" method=POST path=/authenticate session=alice@example.com userid=AROAEXAMPLEDEV`;

describe("a whole record", () => {
  it("is a line of the authenticator's log, with who stands in it", () => {
    expect(tellPasted(GRANTED)).toBe(
      lines(
        "line",
        `line:${GRANTED}`,
        "username:eks-admin",
        `uid:${UID}`,
        `role:${ROLE}`,
        `username:${ROLE}`,
      ),
    );
    expect(tellPasted(DENIED)).toBe(lines("line", `line:${DENIED}`, `role:${ROLE}`, `username:${ROLE}`));
    expect(tellPasted(STS)).toBe(
      lines("line", `line:${STS}`, "key:ASIAEXAMPLE1", `session:${ARN}`, `username:${ARN}`, `role:${ROLE}`),
    );
  });

  it("is found behind what a log viewer prints before it", () => {
    expect(tellPasted(`2026-01-02T03:04:05.123Z authenticator-0123 ${GRANTED}\r\n`)).toBe(
      tellPasted(GRANTED),
    );
    expect(tellPasted(JSON.stringify({ message: GRANTED, eventId: "1234" })).split("\n")).toEqual([
      "line",
      "record:1234",
      ...tellPasted(GRANTED).split("\n").slice(1),
    ]);
  });

  it("is several lines at once", () => {
    expect(tellPasted(`${STS}\n${GRANTED}`).split("\n")[1]).toBe(`line:${STS} | line:${GRANTED}`);
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
    expect(tellPasted(text)).toBe(
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
    expect(tellPasted(JSON.stringify(audit))).toBe(lines("audit-event", ...leads));
    expect(tellPasted(JSON.stringify({ kind: "SelfSubjectReview", status: { userInfo: user } }))).toBe(
      lines("user-info", ...leads),
    );
  });

  it("is the answer of aws sts get-caller-identity", () => {
    const answer = { UserId: "AROAEXAMPLEDEV:alice@example.com", Account: "111122223333", Arn: ARN };
    expect(tellPasted(JSON.stringify(answer)).split("\n").slice(0, 2)).toEqual([
      "user-info",
      `session:${ARN}`,
    ]);
  });
});
