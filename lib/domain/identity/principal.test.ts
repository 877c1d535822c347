import { describe, expect, it } from "vitest";
import { arnLike, quoteArnPattern } from "./arn-like";
import { canonicalizeArn } from "./canonicalize-arn";
import { readPrincipal, roleNameOf } from "./principal";
import { stripPath } from "./strip-path";

const ACCOUNT = "111122223333";

describe("canonicalizeArn", () => {
  it.each([
    [
      `arn:aws:sts:eu-west-1:${ACCOUNT}:assumed-role/Dev/a@b`,
      `arn:aws:iam::${ACCOUNT}:role/Dev`,
      "ASSUMED_ROLE",
    ],
    [`arn:aws:iam::${ACCOUNT}:user/team/bo`, `arn:aws:iam::${ACCOUNT}:user/team/bo`, "USER"],
    [
      `arn:aws:sts::${ACCOUNT}:federated-user/x`,
      `arn:aws:sts::${ACCOUNT}:federated-user/x`,
      "FEDERATED_USER",
    ],
  ])("%s → %s", (arn, canonical, principalType) => {
    expect(canonicalizeArn(arn)).toEqual({ ok: true, canonical, principalType });
  });

  it.each([
    [`arn:aws:sts::${ACCOUNT}:self`, "unrecognized resource self for service sts"],
    [`arn:aws:iam::${ACCOUNT}:group/x`, "unrecognized resource group/x for service iam"],
    [
      `arn:aws:sts::${ACCOUNT}:assumed-role/Dev`,
      `assumed-role arn 'arn:aws:sts::${ACCOUNT}:assumed-role/Dev' does not have a role`,
    ],
    [
      `arn:aws:ec2::${ACCOUNT}:role/x`,
      `service ec2 in arn arn:aws:ec2::${ACCOUNT}:role/x is not a valid service for identities`,
    ],
    ["arn:aws:iam", "arn 'arn:aws:iam' is invalid: 'arn: not enough sections'"],
    [
      `arn:aws-mars:iam::${ACCOUNT}:root`,
      `arn 'arn:aws-mars:iam::${ACCOUNT}:root' does not have a recognized partition`,
    ],
  ])("%s is refused in the authenticator's words", (arn, error) => {
    expect(canonicalizeArn(arn)).toEqual({ ok: false, error });
  });
});

describe("readPrincipal", () => {
  it("takes path, name and session apart", () => {
    expect(readPrincipal(`arn:aws:iam::${ACCOUNT}:role/team/a/Dev`)).toMatchObject({
      name: "Dev",
      path: "/team/a/",
    });
    expect(readPrincipal(`arn:aws:sts::${ACCOUNT}:assumed-role/Dev/jane@example.com`)).toMatchObject({
      name: "Dev",
      path: "/",
      sessionName: "jane@example.com",
    });
    expect(readPrincipal(`arn:aws:iam::${ACCOUNT}:root`)).toMatchObject({ name: "root", sessionName: null });
  });

  it("has no name for what is no principal", () => {
    expect(roleNameOf("arn:aws:s3:::bucket")).toBe("");
    expect(roleNameOf(`arn:aws:iam::${ACCOUNT}:user/x/bo`)).toBe("bo");
  });
});

describe("stripPath", () => {
  it("drops a role's path only", () => {
    expect(stripPath(`arn:aws:iam::${ACCOUNT}:role/a/b/Dev`)).toEqual({
      ok: true,
      arn: `arn:aws:iam::${ACCOUNT}:role/Dev`,
    });
    expect(stripPath(`arn:aws:iam::${ACCOUNT}:user/a/bo`)).toEqual({
      ok: true,
      arn: `arn:aws:iam::${ACCOUNT}:user/a/bo`,
    });
  });
});

describe("stripPath, as upstream", () => {
  it.each([
    ["arn:aws:iam::111122223333:role/a/b/", "arn:aws:iam::111122223333:role/"],
    ["arn:aws:s3:eu-west-1:111122223333:role/a/b", "arn:aws:iam::111122223333:role/b"],
    ["arn:aws:sts::111122223333:assumed-role/a/b", "arn:aws:sts::111122223333:assumed-role/a/b"],
    ["arn:aws:iam::111122223333:role", "arn:aws:iam::111122223333:role"],
    ["arn:aws:iam::111122223333:roles/a/b", "arn:aws:iam::111122223333:roles/a/b"],
  ])("%s → %s", (arn, stripped) => expect(stripPath(arn)).toEqual({ ok: true, arn: stripped }));

  it.each([
    [
      "arn:aws-mars:iam::1:role/a/b",
      "arn 'arn:aws-mars:iam::1:role/a/b' does not have a recognized partition",
    ],
    ["role/a/b", "arn 'role/a/b' is invalid: 'arn: invalid prefix'"],
  ])("%s: %s", (arn, error) => expect(stripPath(arn)).toEqual({ ok: false, error }));
});

describe("quoteArnPattern", () => {
  it("quotes what means something to a Go regular expression", () => {
    expect(quoteArnPattern("a.b*?[c]")).toBe("a\\.b.*.?\\[c\\]");
  });
});

describe("arnLike", () => {
  it.each([
    ["x", "arn:aws:iam::1:x", "could not parse input arn: invalid prefix"],
    ["arn:aws:iam", "arn:aws:iam::1:x", "could not parse input arn: not enough sections"],
    ["arn:aws:iam::1:x", "x", "could not parse ArnLike string: invalid prefix"],
  ])("%s like %s: %s", (value, pattern, error) =>
    expect(arnLike(value, pattern)).toEqual({ ok: false, error }),
  );

  it.each([
    ["a:b", "a*b", true],
    ["a\nb", "a*b", false],
    ["a\nb", "a\nb", true],
    ["😀", "?", true],
    ["", "?*", true],
    ["ab", "a?b?", true],
    ["abc", "a", false],
  ])("resource %j like %j: %s", (resource, pattern, match) => {
    expect(arnLike(`arn:aws:x::1:${resource}`, `arn:*:?::1:${pattern}`)).toEqual({ ok: true, match });
  });

  const arn = `arn:aws:iam::${ACCOUNT}:role/some-role`;
  it.each([
    [`arn:aws:iam::${ACCOUNT}:role/*`, true],
    [`arn:aws:iam::${ACCOUNT}:role/some?-role`, true],
    [`arn:aws:iam::${ACCOUNT}:role/some??ole`, true],
    [`arn:aws:iam::${ACCOUNT}:role/s?e-role`, false],
    ["arn:aws:*:role/some-role", "could not parse ArnLike string: not enough sections"],
  ])("%s: %s", (pattern, expected) => {
    const result = arnLike(arn, pattern);
    expect(result.ok ? result.match : result.error).toEqual(expected);
  });

  it("does not backtrack", () => {
    const long = `arn:aws:iam::1:${"a".repeat(2_000)}`;
    expect(arnLike(long, `arn:aws:iam::1:${"*a".repeat(200)}b`)).toEqual({ ok: true, match: false });
  });
});
