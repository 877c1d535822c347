import { describe, expect, it } from "vitest";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "./back-end-modes";
import { nearMisses } from "./near-miss";

const SSO = "AWSReservedSSO_Admin_0123456789abcdef";
const caller = (canonicalArn: string) => ({
  arn: canonicalArn,
  canonicalArn,
  accountId: "111122223333",
  userId: "AROADEV",
  sessionName: "jane",
  accessKeyId: "ASIAEXAMPLE1",
});
const entry = (arn: string): MappingEntry => ({
  list: arn.includes(":user/") ? "mapUsers" : "mapRoles",
  arn,
  sso: null,
  username: "x",
  groups: [],
  userId: null,
  place: null,
});
const kinds = (
  canonicalArn: string,
  arns: readonly string[],
  { isRead = true, backEnd = "EKSConfigMap" as BackEndKind } = {},
) =>
  nearMisses(caller(canonicalArn), [{ backEnd, entries: arns.map(entry), isRead }]).map(({ kind }) => kind);
const iam = (resource: string, account = "111122223333") => `arn:aws:iam::${account}:${resource}`;

describe("an entry that was probably meant", () => {
  it.each([
    ["role-path", iam("role/Developer"), iam("role/team/Developer")],
    ["session-arn", iam("role/Developer"), "arn:aws:sts::111122223333:assumed-role/Developer/jane"],
    ["blank", iam("role/Developer"), ` ${iam("role/Developer")}`],
    ["sso-suffix", iam(`role/${SSO}`), iam("role/AWSReservedSSO_Admin_fedcba9876543210")],
    ["sso-suffix-missing", iam(`role/${SSO}`), iam("role/AWSReservedSSO_Admin")],
    [
      "sso-suffix",
      iam(`role/${SSO}`),
      iam("role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_fedcba9876543210"),
    ],
    ["role-path", iam(`role/${SSO}`), iam(`role/aws-reserved/sso.amazonaws.com/eu-west-1/${SSO}`)],
    ["wildcard", iam(`role/${SSO}`), iam("role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*")],
    ["wildcard", iam("role/Developer"), "arn:aws:iam::*:role/Dev*"],
    ["user-path", iam("user/ops/Alice"), iam("user/Alice")],
    ["other-kind", iam("role/Developer"), iam("user/Developer")],
    ["other-account", iam("role/Developer"), iam("role/Developer", "444455556666")],
    ["other-partition", iam("role/Developer"), "arn:aws-cn:iam::111122223333:role/Developer"],
  ])("is told why it is not: %s", (kind, own, theirs) => {
    expect(kinds(own, [theirs])).toEqual([kind]);
  });

  it("is the one that would match, where the mode does not read it", () => {
    const unread = { isRead: false };
    expect(kinds(iam("role/Developer"), [iam("role/developer")], unread)).toEqual(["not-read"]);
    expect(kinds(iam("role/Developer"), [iam("role/team/Developer")], unread)).toEqual(["not-read"]);
    expect(kinds(iam("role/Developer"), [iam("user/Developer")], unread)).toEqual([]);
  });

  it("is no access entry for the path that it may have", () => {
    const backEnd = "DynamicFile";
    expect(kinds(iam("role/Developer"), [iam("role/team/Developer")], { backEnd })).toEqual([]);
    expect(kinds(iam("user/ops/Alice"), [iam("user/Alice")], { backEnd })).toEqual(["user-path"]);
  });

  it("is none that matches, or that is somebody else's", () => {
    const others = [
      iam("role/Developer"),
      iam("role/Ops"),
      iam("role/Dev", "444455556666"),
      "no arn",
      "",
      "x".repeat(99_999),
      `arn:aws:iam::111122223333:role/${"*".repeat(99_999)}`,
      iam("role/Ops*"),
    ];
    expect(kinds(iam("role/Developer"), others)).toEqual([]);
    expect(kinds(iam("role/Dev"), [iam("role/Dev", "444455556666")])).toEqual([]);
    expect(kinds("no arn", [iam("role/Dev")])).toEqual([]);
  });

  it("stands before one that is less likely", () => {
    const both = [iam("role/Developer", "444455556666"), iam("role/team/Developer")];
    expect(kinds(iam("role/Developer"), both)).toEqual(["role-path", "other-account"]);
  });
});
