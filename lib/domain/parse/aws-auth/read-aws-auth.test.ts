import { describe, expect, it } from "vitest";
import { printedError } from "./aws-auth";
import { readAwsAuth } from "./read-aws-auth";

const ROLE = "arn:aws:iam::111122223333:role/Dev";
const readRoles = (mapRoles: string) => readAwsAuth({ mapRoles });
const role = (rest: string) => readRoles(`- rolearn: ${ROLE}\n${rest}`);
const only = (text: string) => role(text).entries[0];

describe("an entry", () => {
  it("may name its fields in any case; of two spellings the one that sorts last counts", () => {
    const { entries } = readRoles(`- RoleARN: ${ROLE}\n  USERNAME: upper\n  Username: mixed\n  gRoUpS: [a]`);
    expect(entries).toMatchObject([{ arn: ROLE, username: "mixed", groups: ["a"] }]);
  });

  it.each([
    ["username: 123", { username: "" }, "number into Go struct field RoleMapping.username of type string"],
    ["username: yes", { username: "" }, "bool into Go struct field RoleMapping.username of type string"],
    [
      "groups: system:masters",
      { groups: [] },
      "string into Go struct field RoleMapping.groups of type []string",
    ],
    ["groups: {a: b}", { groups: [] }, "object into Go struct field RoleMapping.groups of type []string"],
    [
      "groups: [on, a, 1.5]",
      { groups: ["", "a", ""] },
      "bool into Go struct field RoleMapping.groups of type string",
    ],
    ["groups: [[a]]", { groups: [""] }, "array into Go struct field RoleMapping.groups of type string"],
  ])("keeps its place with a field of the wrong type empty: %s", (text, kept, message) => {
    const read = role(`  ${text}`);
    expect(read.entries).toMatchObject([{ arn: ROLE, ...kept }]);
    expect(printedError(read)).toBe(`error parsing config map: [json: cannot unmarshal ${message}]`);
  });

  it("keeps what one spelling of a field gives where a later one gives nothing", () => {
    expect(only("  USERNAME: a\n  username: ~\n  GROUPS: [x, y]\n  groups: [~, z]")).toMatchObject({
      username: "a",
      groups: ["x", "z"],
    });
    expect(only("  USERNAME: a\n  username: 1\n  GROUPS: [x]\n  groups: y")).toMatchObject({
      username: "a",
      groups: ["x"],
    });
    expect(only("  GROUPS: [x]\n  groups: ~")).toMatchObject({ groups: [] });
  });

  it("has its fields read by the order of their names, and the first wrong type is printed", () => {
    expect(printedError(role("  username: 1\n  groups: x"))).toContain(
      "RoleMapping.groups of type []string]",
    );
    expect(printedError(role("  USERNAME: 1\n  username: x"))).toContain(
      "RoleMapping.username of type string]",
    );
  });

  it("may leave out what it likes, but its principal", () => {
    expect(only("")).toMatchObject({ username: "", groups: [] });
    expect(only("  groups: ~\n  username: null")).toMatchObject({ username: "", groups: [] });
    for (const text of ["- username: x", "- {}", "- ~", "- userarn: arn:aws:iam::111122223333:user/a"]) {
      const read = readRoles(text);
      expect(read.entries).toEqual([]);
      expect(printedError(read)).toBe("error parsing config map: [one of rolearn or SSO must be supplied]");
    }
  });

  it("may have a permission set for its principal, and then no ARN", () => {
    const sso = "sso: {permissionSetName: Admin, accountID: '111122223333'}";
    expect(readRoles(`- ${sso}`).entries).toMatchObject([
      { sso: { permissionSetName: "Admin", accountId: "111122223333", partition: "" } },
    ]);
    expect(printedError(role(`  ${sso}`))).toContain("only one of rolearn or SSO can be supplied");
  });

  it("is as it is written: blanks, quotes and templates stay", () => {
    expect(readRoles(`- rolearn: " ${ROLE} "\n  username: '{{SessionName}}'`).entries).toMatchObject([
      { arn: ` ${ROLE} `, username: "{{SessionName}}" },
    ]);
  });

  it("may be made of anchors and merges", () => {
    const text = `- &base\n  rolearn: ${ROLE}\n  groups: [a]\n- <<: *base\n  username: second`;
    expect(readRoles(text).entries).toMatchObject([
      { arn: ROLE, groups: ["a"], username: "" },
      { arn: ROLE, groups: ["a"], username: "second" },
    ]);
  });
});

describe("a list", () => {
  it.each([
    ["rolearn: x", "object"],
    ["words", "string"],
    ["7", "number"],
    ["yes", "bool"],
  ])("that is none is lost: %s", (text, kind) => {
    expect(printedError(readRoles(text))).toBe(
      `error parsing config map: [json: cannot unmarshal ${kind} into Go value of type []config.RoleMapping]`,
    );
  });

  it.each(["~", "# only words", " \n ", "[]", "null"])("may be empty: %j", (text) => {
    expect(readRoles(text)).toEqual({ entries: [], accounts: [], problems: [] });
  });

  it("that cannot be read is lost alone, and says where", () => {
    const read = readAwsAuth({
      mapRoles: `- rolearn: ${ROLE}\n  username: {{SessionName}}`,
      mapUsers: "- userarn: arn:aws:iam::111122223333:user/a\n  username: a",
    });
    expect(read.entries).toMatchObject([{ username: "a" }]);
    expect(read.problems).toMatchObject([{ list: "mapRoles", loses: "list", place: { line: 2 } }]);
  });

  it("in JSON is read as such, with its mistake's own words", () => {
    expect(readRoles(`[{"rolearn": "${ROLE}"}]`).entries).toMatchObject([{ arn: ROLE }]);
    expect(readRoles(`{"rolearn": `).problems).toMatchObject([{ loses: "list" }]);
  });

  it("of accounts takes any scalar for text", () => {
    const { accounts, problems } = readAwsAuth({
      mapAccounts: "- 012345678901\n- '2'\n- yes\n- [3]\n- {a: b}",
    });
    expect(accounts).toEqual(["012345678901", "2", "yes"]);
    expect(problems.map(({ loses, place }) => `${place?.line} ${loses}`)).toEqual(["4 entry", "5 entry"]);
    expect(readAwsAuth({ mapAccounts: "[.inf]" }).accounts).toEqual([".inf"]);
    expect(printedError(readAwsAuth({ mapAccounts: "{a: b}" }))).toContain("into []string");
  });
});
