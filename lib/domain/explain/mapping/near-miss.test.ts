import { describe, expect, it } from "vitest";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
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
const kinds = (canonicalArn: string, arns: readonly string[], isRead = true) =>
  nearMisses(caller(canonicalArn), [{ backEnd: "EKSConfigMap", entries: arns.map(entry), isRead }]).map(
    ({ kind }) => kind,
  );
const iam = (resource: string, account = "111122223333") => `arn:aws:iam::${account}:${resource}`;

describe("an entry that was probably meant", () => {
  it.each([
    ["role-path", iam("role/Developer"), iam("role/team/Developer")],
    ["session-arn", iam("role/Developer"), "arn:aws:sts::111122223333:assumed-role/Developer/jane"],
    ["blank", iam("role/Developer"), ` ${iam("role/Developer")}`],
    ["sso-suffix", iam(`role/${SSO}`), iam("role/AWSReservedSSO_Admin_fedcba9876543210")],
    ["sso-suffix", iam(`role/${SSO}`), iam("role/AWSReservedSSO_Admin")],
    [
      "sso-suffix",
      iam(`role/${SSO}`),
      iam("role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_fedcba9876543210"),
    ],
    ["role-path", iam(`role/${SSO}`), iam(`role/aws-reserved/sso.amazonaws.com/eu-west-1/${SSO}`)],
    ["user-path", iam("user/ops/Alice"), iam("user/Alice")],
    ["other-kind", iam("role/Developer"), iam("user/Developer")],
    ["other-account", iam("role/Developer"), iam("role/Developer", "444455556666")],
    ["other-partition", iam("role/Developer"), "arn:aws-cn:iam::111122223333:role/Developer"],
  ])("is told why it is not: %s", (kind, own, theirs) => {
    expect(kinds(own, [theirs])).toEqual([kind]);
  });

  it("is the one that would match, where the mode does not read it", () => {
    expect(kinds(iam("role/Developer"), [iam("role/developer")], false)).toEqual(["not-read"]);
  });

  it("is none that matches, or that is somebody else's", () => {
    const others = [
      iam("role/Developer"),
      iam("role/Ops"),
      iam("role/Dev", "444455556666"),
      "no arn",
      "",
      "x".repeat(99_999),
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
