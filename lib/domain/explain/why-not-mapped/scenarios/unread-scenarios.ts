import { accessEntry, awsAuth, devLines, type MappingScenario, role, user } from "./mapping-scenario";

const DEV = role("Developer");
const AS_DEV = ["dev:jane-example.com", "devs"] as const;
const BY_ENTRY = ["arn:aws:sts::111122223333:assumed-role/Developer/jane-example.com"] as const;
const mode = "API_AND_CONFIG_MAP" as const;
const becomes = (remedy: string) => ({ [remedy]: AS_DEV, "access-entry": AS_DEV });
const VIEW = {
  policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
  scope: { type: "namespace", namespaces: ["dev-*"] },
};

/** The entry is there, and the authenticator does not take it, or did not have it yet. */
export const UNREAD_SCENARIOS: readonly MappingScenario[] = [
  {
    code: "aws-auth-not-read",
    name: "an entry of aws-auth in mode API",
    principal: role("team/Developer"),
    mode: "API",
    awsAuth: awsAuth("mapRoles", devLines(DEV)),
    becomes: { "access-entry": AS_DEV },
  },
  {
    code: "aws-auth-not-read",
    name: "one that gives what no access entry can",
    principal: DEV,
    mode: "API",
    awsAuth: awsAuth("mapRoles", [
      `    - rolearn: ${DEV}`,
      "      username: '{{SessionName}}'",
      "      groups: [system:masters, ops]",
    ]),
    becomes: { "access-entry": [...BY_ENTRY, "ops"] },
  },
  {
    code: "access-entries-not-read",
    name: "an access entry in mode CONFIG_MAP",
    principal: DEV,
    mode: "CONFIG_MAP",
    awsAuth: awsAuth("mapRoles", []),
    accessEntries: [accessEntry(DEV, { groups: ["devs"] })],
    becomes: {
      "authentication-mode": [...BY_ENTRY, "devs"],
      "aws-auth-entry": [...BY_ENTRY, "devs"],
    },
  },
  {
    code: "access-entry-stale",
    name: "a role that was deleted and made again",
    principal: role("team/Developer"),
    mode,
    accessEntries: [accessEntry(role("team/Developer"), { groups: ["devs"], policies: [VIEW] })],
    boundTo: { [role("team/Developer")]: "AROAEXAMPLEBEFORE" },
    becomes: { "recreate-access-entry": [...BY_ENTRY, "devs"] },
  },
  {
    code: "mapping-not-in-force",
    name: "an access entry of five seconds ago",
    principal: DEV,
    mode: "API",
    accessEntries: [accessEntry(DEV)],
    boundTo: { [DEV]: "AROAEXAMPLENOTYET" },
    facts: { configurationAgeMs: 5_000 },
    becomes: null,
  },
  {
    code: "list-key-misspelt",
    name: "the key of users in lower case",
    principal: user("alice"),
    mode,
    awsAuth: awsAuth("mapUsers", [
      `    - userarn: ${user("alice")}`,
      "      username: alice",
      "      groups: [devs]",
    ]).replace("mapUsers:", "mapusers:"),
    becomes: { "aws-auth-key": ["alice", "devs"], "access-entry": ["alice", "devs"] },
  },
  {
    code: "entry-dropped",
    name: "a role under userarn",
    principal: DEV,
    mode,
    awsAuth: awsAuth("mapRoles", devLines(DEV, "userarn")),
    becomes: becomes("aws-auth-field"),
  },
  {
    code: "list-unreadable",
    name: "groups too far out",
    principal: DEV,
    mode,
    awsAuth: awsAuth("mapRoles", [
      `    - rolearn: ${DEV}`,
      '      username: "dev:{{SessionName}}"',
      "    groups:",
      "      - devs",
    ]),
    becomes: becomes("aws-auth-list"),
  },
  {
    code: "list-unreadable",
    name: "a template that is not quoted",
    principal: DEV,
    mode: "CONFIG_MAP",
    awsAuth: awsAuth("mapRoles", [
      `    - rolearn: ${DEV}`,
      "      username: {{SessionName}}",
      "      groups:",
      "      - devs",
    ]),
    becomes: { "aws-auth-list": ["jane-example.com", "devs"] },
  },
];
