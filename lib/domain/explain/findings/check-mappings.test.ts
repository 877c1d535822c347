import { describe, expect, it } from "vitest";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { checkMappings } from "./check-mappings";
import { ENTRY_KINDS } from "./entry-kinds";
import { LIST_KINDS } from "./list-kinds";

const ARN = "arn:aws:iam::111122223333:role/Dev";
const GOOD: MappingEntry = {
  list: "mapRoles",
  arn: ARN,
  sso: null,
  username: "dev:{{SessionName}}",
  groups: ["devs"],
  userId: null,
  place: { line: 3, column: 5 },
};
const NODE: MappingEntry = {
  ...GOOD,
  arn: "arn:aws:iam::111122223333:role/Node",
  username: "system:node:{{EC2PrivateDNSName}}",
  groups: ["system:bootstrappers", "system:nodes"],
};
const USER: MappingEntry = {
  ...GOOD,
  list: "mapUsers",
  arn: "arn:aws:iam::111122223333:user/alice",
  username: "alice",
};
const role = (over: Partial<MappingEntry>) => [NODE, { ...GOOD, ...over }];

const KINDS = [...ENTRY_KINDS, ...LIST_KINDS];
/** A configuration for each code; beside it nothing else is found. */
const SCENARIOS: Readonly<Record<(typeof KINDS)[number]["code"], readonly (readonly MappingEntry[])[]>> = {
  "role-path": [role({ arn: "arn:aws:iam::111122223333:role/team/Dev" })],
  "session-arn": [role({ arn: "arn:aws:sts::111122223333:assumed-role/Dev/jane" })],
  "sso-suffix": [
    role({ arn: "arn:aws:iam::111122223333:role/AWSReservedSSO_EKS_Admins" }),
    role({ arn: "arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789ABCDEF" }),
  ],
  "blank-in-arn": [role({ arn: ` ${ARN}` }), role({ arn: `${ARN} ` }), role({ arn: `${ARN}\t` })],
  wildcard: [role({ arn: "arn:aws:iam::111122223333:role/D*" })],
  "no-principal": [role({ arn: "Dev" }), role({ arn: "arn:aws:iam::111122223333:group/devs" })],
  "no-username": [role({ username: "" })],
  "no-groups": [role({ groups: [] })],
  "blank-in-group": [role({ groups: ["devs - system:nodes"] })],
  "unknown-template": [
    role({ username: "dev:{{SessionName}}:{{ SessionName }}" }),
    role({ groups: ["{{Session}}"] }),
  ],
  "static-username": [role({ username: "admin" }), role({ username: "{{AccountID}}" })],
  "username-chosen-by-caller": [
    role({ username: "{{SessionName}}" }),
    role({ username: "{{SessionNameRaw}}" }),
  ],
  "system-masters": [role({ groups: ["system:masters"] }), [NODE, { ...USER, groups: ["system:masters"] }]],
  "node-groups": [[NODE, { ...NODE, arn: ARN, groups: ["system:nodes"] }]],
  "duplicate-role": [
    [NODE, GOOD, { ...GOOD, arn: ARN.replace("Dev", "DEV"), place: { line: 9, column: 5 } }],
  ],
  "duplicate-user": [
    [NODE, USER, USER],
    [NODE, USER, { ...USER, arn: "arn:aws:iam::111122223333:user/Alice" }],
  ],
  "no-node-entry": [[GOOD]],
};
const codesOf = (entries: readonly MappingEntry[]) => checkMappings(entries).map(({ code }) => code);

describe("what is found in aws-auth", () => {
  it.each(KINDS)("$code, in its scenario, and nothing else", ({ code, title, meaning, fix }) => {
    for (const entries of SCENARIOS[code]) expect(codesOf(entries)).toEqual([code]);
    expect(title).toMatch(/^\S.*[^.\s]$/);
    for (const words of [meaning, fix]) expect(words).toMatch(/^[A-Z`].*\.$/s);
  });

  it("is nothing where all is well", () => {
    expect(checkMappings([NODE, GOOD, USER])).toEqual([]);
    expect(checkMappings([])).toEqual([]);
  });

  it("says what to write instead, which is then found to be well", () => {
    for (const code of ["role-path", "session-arn", "blank-in-arn"] as const) {
      for (const [node = NODE, entry = GOOD] of SCENARIOS[code]) {
        const [finding] = checkMappings([node, entry]);
        expect(finding?.instead).toBe(ARN);
        expect(checkMappings([node, { ...entry, arn: finding?.instead ?? "" }])).toEqual([]);
      }
    }
    const [template] = checkMappings(role({ username: "dev:{{SessionName}}-{{sessionname}}" }));
    expect(template?.instead).toBe("{{SessionName}}");
  });

  it("stands in the order of the lines, and names the line that counts of two", () => {
    const later = { ...GOOD, username: "", place: { line: 9, column: 5 } };
    expect(checkMappings([NODE, GOOD, later]).map(({ place, message }) => [place?.line, message])).toEqual([
      [3, `${ARN} stands there again on line 9, which counts`],
      [9, "The entry gives no username"],
    ]);
  });

  it("shows hostile text as it is, and in bounded time", () => {
    const long = "{{".repeat(50_000);
    expect(codesOf(role({ username: `dev:{{SessionName}}${long}`, arn: "\n".repeat(50_000) }))).toEqual([
      "blank-in-arn",
    ]);
  });
});
