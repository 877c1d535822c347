import { describe, expect, it } from "vitest";
import { ARN, EVENT, lines, ROLE, tellPasted, UID } from "@/lib/testing/tell-pasted";

const NAME = (name: string) =>
  `person:${name} | username:${name} | role:${name} | user:${name} | group:${name} | ci:${name}`;

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
    expect(tellPasted(text)).toBe(expected);
  });
});
