import { describe, expect, it } from "vitest";
import { readConfigMap } from "../../parse/aws-auth/read-config-map";
import type { KnownConfiguration } from "../configuration/known-configuration";
import { accessEntry, awsAuth, devLines, role, user } from "../why-not-mapped/scenarios/mapping-scenario";
import { checkKnown } from "./check-known";
import type { ConfigurationFacts } from "./configuration-facts";
import { KNOWN_KINDS } from "./known-kinds";

const DEV = role("Dev");
const POLICY = "arn:aws:eks::aws:cluster-access-policy/";
const WHOLE = { type: "cluster", namespaces: [] };
const NOTHING: KnownConfiguration = {
  mode: "API_AND_CONFIG_MAP",
  hidden: [],
  accessEntries: [],
  awsAuth: { entries: [], accounts: [], problems: [] },
  rbac: null,
};
const inMap = (...lines: string[]) => readConfigMap(awsAuth("mapRoles", lines)).awsAuth;
const hidden = (username: string, groups: readonly string[]) => ({
  list: "mapUsers" as const,
  arn: user("founder"),
  sso: null,
  username,
  groups,
  userId: null,
  place: null,
});

interface Scene {
  readonly known: Partial<KnownConfiguration>;
  readonly facts?: ConfigurationFacts;
  /** Of the findings of its code: message, line, principal. */
  readonly says: readonly (readonly [message: string, line: number | null, principal: string | null])[];
}

const policies = (name: string, scope = WHOLE) => [
  accessEntry(DEV, { policies: [{ policyArn: POLICY + name, scope }] }),
];
const masters = (name: string) => [
  `    - rolearn: ${role(name)}`,
  `      username: "${name}:{{SessionName}}"`,
  "      groups: [system:masters]",
];

const SCENES: Readonly<Record<(typeof KNOWN_KINDS)[number]["code"], Scene>> = {
  "aws-auth-not-read": {
    known: { mode: "API", awsAuth: inMap(...devLines(role("a/b"))) },
    says: [["There are 2 entries of aws-auth, and the mode is API", null, null]],
  },
  "access-entries-not-read": {
    known: { mode: "CONFIG_MAP", accessEntries: [accessEntry(DEV)] },
    says: [["There is 1 entry of EKS's API, and the mode is CONFIG_MAP", null, null]],
  },
  "shadowed-by-access-entry": {
    known: {
      awsAuth: inMap(...devLines(DEV.replace("Dev", "dev"))),
      accessEntries: [accessEntry(role("team/Dev"))],
    },
    says: [[`${role("dev")} has an access entry too, which counts`, 13, role("team/Dev")]],
  },
  "stale-access-entry": {
    known: { accessEntries: [accessEntry(role("team/Dev")), accessEntry(role("Ops"))] },
    facts: { notMapped: [DEV, role("Other")] },
    says: [[`${role("team/Dev")} has an access entry, and was denied as not mapped`, null, role("team/Dev")]],
  },
  "reserved-username": {
    known: { accessEntries: [accessEntry(DEV, { username: "system:admin" })] },
    says: [["The username system:admin is reserved", null, DEV]],
  },
  "reserved-group": {
    known: { accessEntries: [accessEntry(DEV, { groups: ["devs", "system:masters"] })] },
    says: [["The group system:masters is the system's", null, DEV]],
  },
  "hidden-creator": {
    known: { hidden: [hidden("kubernetes-admin", ["system:masters"]), hidden("eks:node-manager", [])] },
    says: [
      [
        `${user("founder")} is kubernetes-admin in system:masters, by an entry that no configuration shows`,
        null,
        user("founder"),
      ],
    ],
  },
  "masters-holders": {
    known: { awsAuth: inMap(...masters("b"), ...masters("a")) },
    says: [
      [
        "2 entries of aws-auth are in system:masters: b:{{SessionName}} (line 13), a:{{SessionName}} (line 16)",
        null,
        null,
      ],
    ],
  },
  "shared-username": {
    known: { awsAuth: inMap(`    - rolearn: ${DEV}`, "      username: admin", "      groups: [devs]") },
    facts: { sharedUsernames: [{ username: "admin", people: ["bob", "alice", "bob"] }] },
    says: [["2 people came as admin: alice, bob", 13, null]],
  },
  "cluster-admin-policy": {
    known: { accessEntries: policies("AmazonEKSClusterAdminPolicy") },
    says: [["AmazonEKSClusterAdminPolicy for the whole cluster", null, DEV]],
  },
  "unknown-policy": {
    known: { accessEntries: policies("AmazonEKSPolicyToCome") },
    says: [["AmazonEKSPolicyToCome is not known here", null, DEV]],
  },
};

/** Findings of the text that go with a scene. */
const BESIDE: ReadonlySet<string> = new Set(["system-masters", "static-username"]);
const find = (known: Partial<KnownConfiguration>, facts?: ConfigurationFacts) =>
  checkKnown({ ...NOTHING, ...known }, facts);

describe("what the whole configuration tells", () => {
  it.each(KNOWN_KINDS)("is $code, in its scene, and nothing else", ({ code, title, meaning, fix }) => {
    const { known, facts, says } = SCENES[code];
    const found = find(known, facts).filter((one) => !BESIDE.has(one.code));
    expect(
      found.map(({ code: of, message, place, principalArn }) => [
        of,
        message,
        place?.line ?? null,
        principalArn,
      ]),
    ).toEqual(says.map((one) => [code, ...one]));
    expect(title).toMatch(/^\S.*[^.\s]$/);
    for (const words of [meaning, fix]) expect(words).toMatch(/^[A-Z`].*\.$/s);
  });

  it("is nothing where all is well, or nothing is known", () => {
    const well = { awsAuth: inMap(...devLines(DEV)), accessEntries: [accessEntry(role("Ops"))], hidden: [] };
    expect(find(well)).toEqual([]);
    const unknown = { mode: null, hidden: null, accessEntries: null, awsAuth: null, rbac: null };
    expect(checkKnown(unknown, { notMapped: [DEV], sharedUsernames: [] })).toEqual([]);
  });

  it("leaves EKS's own names of nodes alone, and misses no entry for nodes where EKS has one", () => {
    const node = accessEntry(role("Node"), {
      type: "EC2_LINUX",
      username: "system:node:{{EC2PrivateDNSName}}",
      groups: ["system:nodes"],
    });
    const text = readConfigMap(
      awsAuth("mapUsers", []).replace(/ {4}- rolearn[\s\S]*system:nodes\n/, devLines(DEV).join("\n")),
    ).awsAuth;
    const codes = (known: Partial<KnownConfiguration>) =>
      find({ awsAuth: text, ...known }).map(({ code }) => code);
    expect(codes({ accessEntries: [node] })).toEqual([]);
    expect(codes({ accessEntries: [] })).toEqual(["no-node-entry"]);
    expect(codes({ accessEntries: [node], mode: "CONFIG_MAP" })).toEqual([
      "access-entries-not-read",
      "no-node-entry",
    ]);
    expect(codes({ accessEntries: null })).toEqual([]);
  });

  it("tells of a shared username whose entry is not known, and of none that one person had", () => {
    const people = ["a", "b", "c", "d", "e", "f", "g"];
    const sharedUsernames = [
      { username: "ops", people },
      { username: "solo", people: ["a", "a"] },
    ];
    expect(find({}, { sharedUsernames })).toMatchObject([
      { code: "shared-username", message: "7 people came as ops: a, b, c, d, e, 2 more", place: null },
    ]);
  });
});

/** The same draws on every machine. */
let state = 5;
function draw(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

function shuffled<T>(values: readonly T[]): T[] {
  const left = [...values];
  return values.map(() => left.splice(draw(left.length), 1)[0] as T);
}

it("does not depend on the order of entries that have nothing to do with each other", () => {
  const all = Object.values(SCENES);
  const names = ["a", "b", "c", "d"];
  const text = inMap(
    ...names.flatMap((name) => [...masters(name), ...devLines(role(`x/${name}`))]),
    ...devLines(DEV),
  );
  const accessEntries = [
    ...names.flatMap((name) => [
      accessEntry(role(`y/${name}`), { groups: ["system:z"] }),
      accessEntry(user(name)),
    ]),
    ...policies("AmazonEKSClusterAdminPolicy"),
  ];
  const creators = names.map((name) => ({
    ...hidden(name, ["system:masters"]),
    arn: user(`founder-${name}`),
  }));
  const facts = {
    notMapped: [...names.map((name) => role(name)), DEV],
    sharedUsernames: all.flatMap(({ facts: own }) => own?.sharedUsernames ?? []),
  };
  const expected = find({ awsAuth: text, accessEntries, hidden: creators }, facts);
  expect(new Set(expected.map(({ code }) => code)).size).toBeGreaterThan(6);
  for (let round = 0; round < 300; round++) {
    const other = {
      awsAuth: { ...text, entries: shuffled(text.entries) },
      accessEntries: shuffled(accessEntries),
      hidden: shuffled(creators),
    };
    const more = { ...facts, notMapped: shuffled(facts.notMapped) };
    expect(find(other, more)).toEqual(expected);
  }
});
