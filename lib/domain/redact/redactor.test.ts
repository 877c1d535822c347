import { describe, expect, it } from "vitest";
import { nameHash } from "@/lib/testing/name-hash";
import { createRedactor } from "./redactor";

const KEY = "0123456789abcdef";
const r1 = () => createRedactor("R1");
const r2 = () => createRedactor("R2", nameHash(KEY));

describe("R0", () => {
  it("leaves everything as it is", () => {
    const value = {
      username: "alice@example.com",
      sourceIp: "192.0.2.17",
      text: "arn:aws:iam::111122223333:user/alice",
    };
    const redactor = createRedactor("R0");
    expect(redactor.value(value)).toBe(value);
    expect(redactor.text("alice@example.com")).toBe("alice@example.com");
  });
});

describe("R1", () => {
  it.each([
    ["key", "by AKIAEXAMPLEALICE1.", "by ****ICE1."],
    ["account", "account 111122223333", "account ********3333"],
    ["account in a name", "cloudtrail-111122223333-logs", "cloudtrail-********3333-logs"],
    [
      "ARN",
      "arn:aws:sts::111122223333:assumed-role/Ops/alice@example.com,",
      "arn:aws:sts::********3333:assumed-role/Ops/a***@example.com,",
    ],
    [
      "ARN with a changed address",
      "arn:aws:sts::111122223333:assumed-role/Ops/alice-example.com",
      "arn:aws:sts::********3333:assumed-role/Ops/a***-example.com",
    ],
    ["e-mail", "as admin:alice@example.com", "as admin:a***@example.com"],
    ["IPv4", "from 192.0.2.17:443", "from 192.0.2.0/24:443"],
    ["IPv6", "from 2001:db8:1:2::3", "from 2001:db8:1::/48"],
    ["short IPv6", "from [2001:db8::3]:443", "from [2001:db8:0::/48]:443"],
    ["node", "ip-10-0-1-23.eu-west-1.compute.internal", "ip-10-0-1-x.eu-west-1.compute.internal"],
    ["loopback", "127.0.0.1 and ::1", "127.0.0.1 and ::1"],
    ["link", "/identities/person/alice%40example.com", "/identities/person/a***%40example.com"],
    ["link twice over", "?back=%2Fx%3Fwho%3Dalice%2540example.com", "?back=%2Fx%3Fwho%3Da***%40example.com"],
    [
      "ARN in a link",
      "?who=arn%3Aaws%3Aiam%3A%3A111122223333%3Auser%2Fbob",
      "?who=arn%3Aaws%3Aiam%3A%3A********3333%3Auser%2Fbob",
    ],
    ["JSON in JSON", '{"a":"alice\\u0040example.com"}', '{"a":"a***@example.com"}'],
    ["time", "2026-11-02T12:00:00Z 12:00:00", "2026-11-02T12:00:00Z 12:00:00"],
    ["event id", "0aa11bb2-1111-2222-3333-111122223333", "0aa11bb2-1111-2222-3333-111122223333"],
  ])("covers in text: %s", (_, text, covered) => {
    expect(r1().text(text)).toBe(covered);
  });

  it.each([
    ["username", "admin:alice-example.com", "admin:a***-example.com"],
    ["sessionName", "alice-example.com", "a***-example.com"],
    ["sessionName", "alice@example.com", "a***@example.com"],
    ["username", "system:node:ip-10-0-1-23.ec2.internal", "system:node:ip-10-0-1-x.ec2.internal"],
    ["accountId", "111122223333", "********3333"],
    ["accessKeyId", "ASIAR", "****"],
    ["username", "dev:alice", "dev:alice"],
    [
      "uid",
      "aws-iam-authenticator:111122223333:AROAEXAMPLE",
      "aws-iam-authenticator:********3333:AROAEXAMPLE",
    ],
  ])("covers the field %s of %s", (field, value, covered) => {
    expect(r1().value({ [field]: value })).toEqual({ [field]: covered });
  });

  it("finds a changed address by the address that stands elsewhere, before or after", () => {
    const value = { says: "came as alice-example.com", origin: { name: "Alice@example.com" } };
    expect(r1().value(value)).toEqual({
      says: "came as A***-example.com",
      origin: { name: "A***@example.com" },
    });
  });

  it("hides a directory's names in fields and in sentences", () => {
    const directory = {
      outcome: "found",
      from: "directory-file",
      userName: "amoss",
      displayName: "Ana Moss",
      email: "ana@example.com",
    };
    const value = { title: "Ana Moss (amoss) got in", href: "/x?who=Ana%20Moss&or=Ana+Moss", directory };
    expect(r1().value(value)).toEqual({
      title: "(name hidden) ((name hidden)) got in",
      href: "/x?who=(name%20hidden)&or=(name hidden)",
      directory: {
        ...directory,
        userName: "(name hidden)",
        displayName: "(name hidden)",
        email: "a***@example.com",
      },
    });
  });

  it("keeps raw records, covered", () => {
    const line = {
      recordId: "r1",
      text: 'username="admin:alice-example.com" client="192.0.2.1:9"',
      note: null,
    };
    expect(r1().value(line)).toEqual({
      recordId: "r1",
      text: 'username="admin:a***-example.com" client="192.0.2.0/24:9"',
      note: null,
    });
  });
});

describe("R2", () => {
  it("gives one person one pseudonym in all spellings, and another one in another share", () => {
    const value = {
      username: "admin:alice-example.com",
      sessionName: "alice@example.com",
      says: "ALICE@example.com came",
    };
    const { username, sessionName, says } = r2().value(value);
    expect(sessionName).toMatch(/^person-[0-9a-f]{10}$/);
    expect(says).toBe(`${sessionName} came`);
    expect(username).toBe(`admin:${sessionName}`);
    expect(createRedactor("R2", nameHash("another key")).value(value).sessionName).not.toBe(sessionName);
  });

  it("leaves nothing of an ARN but its kind, also in sentences and links", () => {
    const arn = "arn:aws:sts::111122223333:assumed-role/Payments/deploy-9";
    const value = {
      arn,
      role: "Payments",
      says: `the role Payments, session deploy-9`,
      href: `/i/${encodeURIComponent(arn)}`,
    };
    const told = r2().value(value);
    expect(told.arn).toMatch(/^arn:aws:sts::account-\w{10}:assumed-role\/role-\w{10}\/session-\w{10}$/);
    const [, , , , account, rest] = told.arn.split(":");
    const [, role, session] = (rest ?? "").split("/");
    expect(told.role).toBe(role);
    expect(told.says).toBe(`the role ${role}, session ${session}`);
    expect(decodeURIComponent(told.href)).toBe(`/i/${told.arn}`);
    expect(account).toMatch(/^account-/);
  });

  it.each([
    ["accessKeyId", "ASIAEXAMPLEALICE", /^key-\w{10}$/],
    ["uniqueId", "AROAEXAMPLEALICE", /^id-\w{10}$/],
    ["sourceIp", "192.0.2.17", /^address-\w{10}$/],
    ["sourceIp", "2001:db8::17", /^address-\w{10}$/],
    [
      "username",
      "system:node:ip-10-0-1-23.eu-west-1.compute.internal",
      /^system:node:node-\w{10}\.eu-west-1\.compute\.internal$/,
    ],
    ["username", "system:serviceaccount:payments:runner", /^system:serviceaccount:user-\w{10}:user-\w{10}$/],
    ["sessionName", "i-0123456789abcdef0", /^node-\w{10}$/],
    ["cluster", "prod-eu", /^cluster-\w{10}$/],
    ["namespace", "payments", /^namespace-\w{10}$/],
    ["role", "AWSReservedSSO_Platform_0123456789abcdef", /^AWSReservedSSO_role-\w{10}$/],
    ["userId", "93a4f8b2-1111-2222-3333-444455556666", /^id-\w{10}$/],
    ["username", "al", /^user-\w{10}$/],
  ])("covers the field %s of %s", (field, value, covered) => {
    expect(r2().value({ [field]: value })[field]).toMatch(covered);
  });

  it.each([
    ["groups", ["system:masters"]],
    ["username", "kubernetes-admin"],
    ["namespace", "kube-system"],
    ["policyArn", "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"],
    ["kind", "person"],
    ["decision", "granted"],
    ["by", "eks.amazonaws.com"],
  ])("leaves the field %s of %j", (field, value) => {
    expect(r2().value({ [field]: value })).toEqual({ [field]: value });
  });

  it("leaves raw records out, and says so, but looks for names in them first", () => {
    const value = {
      lines: [{ recordId: "r1", text: 'session="nightly-run" username=x1y', note: null }],
      events: [{ json: '{"userIdentity":{"userName":"bobby"}}', note: null }],
      says: "nightly-run of bobby as x1y",
    };
    const told = r2().value(value);
    expect(told.lines[0]).toEqual({
      recordId: "r1",
      text: "",
      note: "The raw record is left out of what is shared.",
    });
    expect(told.events[0]).toEqual({ json: "", note: "The raw record is left out of what is shared." });
    expect(told.says).toMatch(/^session-\w{10} of user-\w{10} as user-\w{10}$/);
  });
});
