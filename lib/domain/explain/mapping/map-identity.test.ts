import { describe, expect, it } from "vitest";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "./back-end-modes";
import { type BackEndContent, RESERVED_PREFIXES } from "./configuration";
import { mapIdentity } from "./map-identity";
import type { MappedCaller } from "./mapped-caller";
import { openBackEnd } from "./open-back-end";

const ACCOUNT = "111122223333";
const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

const session = (role: string, sessionName = "jane@example.com"): MappedCaller => ({
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${sessionName}`,
  canonicalArn: roleArn(role),
  accountId: ACCOUNT,
  userId: `AROA${role.toUpperCase()}`,
  sessionName,
  accessKeyId: "ASIAEXAMPLE1",
});
const user = (name: string): MappedCaller => ({
  ...session("x", ""),
  arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
  canonicalArn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
  userId: `AIDA${name.toUpperCase()}`,
});
const role = (arn: string, over: Partial<MappingEntry> = {}): MappingEntry => ({
  list: "mapRoles",
  arn,
  sso: null,
  username: "dev:{{SessionName}}",
  groups: ["devs"],
  userId: null,
  place: null,
  ...over,
});
const ofUser = (arn: string, username: string) => role(arn, { list: "mapUsers", username });
const backEnd = (kind: BackEndKind, entries: MappingEntry[], over: Partial<BackEndContent> = {}) =>
  openBackEnd({
    kind,
    entries,
    accounts: [],
    reservedPrefixes: kind === "DynamicFile" ? RESERVED_PREFIXES : [],
    ...(kind === "DynamicFile" && { findBy: "user-id" }),
    ...over,
  });
const awsAuth = (...entries: MappingEntry[]) => backEnd("EKSConfigMap", entries);
const accessEntries = (...entries: MappingEntry[]) => backEnd("DynamicFile", entries);
/** `username in groups by back end`, or the error. */
const told = (...args: Parameters<typeof mapIdentity>) => {
  const decision = mapIdentity(...args);
  return decision.outcome === "denied"
    ? decision.error
    : `${decision.username} in ${decision.groups.join("+")} by ${decision.backEnd}`;
};

describe("the first back end that has a mapping", () => {
  const dev = { userId: "AROADEV" };

  it("decides, and no groups are added from a later one", () => {
    const entry = role(roleArn("Dev"), { ...dev, username: "by-entry", groups: [] });
    expect(told(session("Dev"), [accessEntries(entry), awsAuth(role(roleArn("Dev")))])).toBe(
      "by-entry in  by DynamicFile",
    );
  });

  it("is passed over where the entry's id is of another ARN, and that is forgotten once a later one lets in", () => {
    const renamed = role(roleArn("Old"), dev);
    expect(told(session("Dev"), [accessEntries(renamed), awsAuth(role(roleArn("Dev")))])).toBe(
      "dev:jane-example.com in devs by EKSConfigMap",
    );
    expect(told(session("Dev"), [accessEntries(renamed), awsAuth()])).toBe(
      "mapper DynamicFile Map error: ARN does not match User ID",
    );
  });

  it("ends it where its username is reserved or cannot be built", () => {
    const later = awsAuth(role(roleArn("Dev")));
    const reserved = role(roleArn("Dev"), { ...dev, username: "system:x" });
    expect(told(session("Dev"), [accessEntries(reserved), later])).toContain("must not begin with with");
    const node = role(roleArn("Dev"), { ...dev, username: "system:node:{{EC2PrivateDNSName}}" });
    expect(told(session("Dev"), [accessEntries(node), later])).toBe(
      'mapper DynamicFile renderTemplates error: error rendering username template "system:node:{{EC2PrivateDNSName}}": SessionName did not contain an instance id',
    );
    const group = role(roleArn("Dev"), { ...dev, groups: ["ok", "{{EC2PrivateDNSName}}"] });
    expect(told(session("Dev"), [accessEntries(group), later])).toContain(
      'error rendering group template "{{EC2',
    );
  });

  it("is the account's as a whole, after its own entries and before the next back end", () => {
    const whole = backEnd("EKSConfigMap", [role(roleArn("Dev"))], { accounts: [ACCOUNT] });
    expect(told(session("Dev"), [whole])).toBe("dev:jane-example.com in devs by EKSConfigMap");
    expect(told(session("Other"), [whole, backEnd("CRD", [role(roleArn("Other"))])])).toBe(
      `${roleArn("Other")} in  by EKSConfigMap`,
    );
  });
});

describe("an entry of aws-auth", () => {
  it.each([
    ["has a path", roleArn("team/Dev")],
    ["is of the session", `arn:aws:sts::${ACCOUNT}:assumed-role/Dev/jane@example.com`],
    ["has a wildcard", roleArn("D*")],
    ["has a blank", ` ${roleArn("Dev")}`],
    ["is of another account", "arn:aws:iam::444455556666:role/Dev"],
    ["is of another partition", `arn:aws-cn:iam::${ACCOUNT}:role/Dev`],
    ["is no ARN", "Dev"],
    ["is empty", ""],
  ])("never matches where its ARN %s", (_, arn) => {
    expect(told(session("Dev"), [awsAuth(role(arn))])).toBe("identity is not mapped");
  });

  it("matches whatever the case, and of one role the last counts", () => {
    const [first, last] = [role(roleArn("DEV"), { username: "1" }), role(roleArn("dev"), { username: "2" })];
    expect(told(session("Dev"), [awsAuth(first, last)])).toBe("2 in devs by EKSConfigMap");
  });

  it("has rivals where a user stands there in two spellings: any of them may decide", () => {
    const entries = [ofUser(user("alice").arn, "1"), ofUser(user("Alice").arn, "2")];
    const decision = mapIdentity(user("Alice"), [awsAuth(...entries)]);
    expect(decision).toMatchObject({ outcome: "granted", rivals: [{ username: "2" }] });
  });

  it("of a role comes before one of a user", () => {
    const entries = [ofUser(user("bob").arn, "user"), role(user("bob").arn, { username: "role" })];
    expect(told(user("bob"), [awsAuth(...entries)])).toBe("role in devs by EKSConfigMap");
  });
});

describe("an access entry", () => {
  it("is found by its id, and its role's path does not count", () => {
    const entry = role(roleArn("team/Dev"), { userId: "AROADEV", username: "x" });
    expect(told(session("Dev"), [accessEntries(entry)])).toBe("x in devs by DynamicFile");
  });

  it("of a principal that was made again under its old name is not found", () => {
    const entry = role(roleArn("Dev"), { userId: "AROAOLD", username: "x" });
    expect(told(session("Dev"), [accessEntries(entry)])).toBe("identity is not mapped");
  });

  it("whose id nobody tells is found by its principal, without the path", () => {
    const entry = role(roleArn("team/DEV"), { username: "x" });
    const backEnds = [backEnd("DynamicFile", [entry], { findBy: "principal" })];
    expect(told(session("Dev"), backEnds)).toBe("x in devs by DynamicFile");
    expect(told(session("Other"), backEnds)).toBe("identity is not mapped");
  });

  it("without an id spoils all of them", () => {
    const entries = [role(roleArn("Dev"), { userId: "AROADEV" }), role(roleArn("Ops"))];
    expect(accessEntries(...entries).setupError).toContain("error parsing dynamic file: [");
    expect(told(session("Dev"), [accessEntries(...entries)])).toBe("identity is not mapped");
  });
});

describe("a name that only EC2 knows", () => {
  const node = awsAuth(role(roleArn("Node"), { username: "system:node:{{EC2PrivateDNSName}}" }));

  it("stays open where nobody asks, and is put in where somebody does", () => {
    const instance = session("Node", "i-0123456789abcdef0");
    expect(mapIdentity(instance, [node])).toMatchObject({
      username: "system:node:{{EC2PrivateDNSName}}",
      isOpen: true,
    });
    const named = mapIdentity(instance, [node], () => ({ name: "ip-10-0-0-1.ec2.internal" }));
    expect(named).toMatchObject({ username: "system:node:ip-10-0-0-1.ec2.internal", isOpen: false });
  });

  it("is put in as it is, whatever it holds", () => {
    const answer = mapIdentity(session("Node", "i-01234567"), [node], () => ({ name: "$&$1" }));
    expect(answer).toMatchObject({ username: "system:node:$&$1" });
  });
});
