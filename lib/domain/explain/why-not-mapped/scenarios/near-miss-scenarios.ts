import { accessEntry, awsAuth, devLines, type MappingScenario, role, user } from "./mapping-scenario";

const DEV = role("Developer");
const SSO = "AWSReservedSSO_Admin_0123456789abcdef";
const SSO_PATH = "aws-reserved/sso.amazonaws.com/eu-west-1/";
const AS_DEV = ["dev:jane-example.com", "devs"] as const;
const BY_ENTRY = ["arn:aws:sts::111122223333:assumed-role/Developer/jane-example.com"] as const;
const BY_SSO_ENTRY = [`arn:aws:sts::111122223333:assumed-role/${SSO}/jane-example.com`] as const;
const both = (access: readonly [string, ...string[]]) => ({ "aws-auth-arn": AS_DEV, "access-entry": access });
const mode = "API_AND_CONFIG_MAP" as const;

/** Entries that were meant for the caller, and name another ARN. */
export const NEAR_MISS_SCENARIOS: readonly MappingScenario[] = [
  {
    code: "role-path-in-aws-auth",
    name: "a role with a path",
    principal: role("team/Developer"),
    mode,
    awsAuth: awsAuth("mapRoles", devLines(role("team/Developer"))),
    becomes: both(["dev:jane-example.com", "devs"]),
  },
  {
    code: "role-path-in-aws-auth",
    name: "an Identity Center role with its path, in a list whose values are quoted",
    principal: role(SSO_PATH + SSO),
    mode: "CONFIG_MAP",
    awsAuth: awsAuth("mapRoles", devLines(`"${role(SSO_PATH + SSO)}"`)),
    becomes: { "aws-auth-arn": AS_DEV },
  },
  {
    code: "session-arn-in-aws-auth",
    name: "what get-caller-identity prints",
    principal: DEV,
    mode,
    awsAuth: awsAuth(
      "mapRoles",
      devLines("arn:aws:sts::111122223333:assumed-role/Developer/jane@example.com"),
    ),
    becomes: both(["dev:jane-example.com", "devs"]),
  },
  {
    code: "arn-with-blank",
    name: "a blank before a quoted ARN",
    principal: DEV,
    mode,
    awsAuth: awsAuth("mapRoles", devLines(`" ${DEV}"`)),
    becomes: both(["dev:jane-example.com", "devs"]),
  },
  {
    code: "arn-with-wildcard",
    name: "any role of Identity Center",
    principal: role(SSO),
    mode,
    awsAuth: awsAuth("mapRoles", devLines(role(`${SSO_PATH}AWSReservedSSO_Admin_*`))),
    becomes: both(["dev:jane-example.com", "devs"]),
  },
  {
    code: "sso-suffix-changed",
    name: "in aws-auth",
    principal: role(SSO),
    mode,
    awsAuth: awsAuth("mapRoles", devLines(role("AWSReservedSSO_Admin_fedcba9876543210"))),
    becomes: both(["dev:jane-example.com", "devs"]),
  },
  {
    code: "sso-suffix-changed",
    name: "in an access entry",
    principal: role(SSO_PATH + SSO),
    mode: "API",
    accessEntries: [
      accessEntry(role(`${SSO_PATH}AWSReservedSSO_Admin_fedcba9876543210`), { groups: ["admins"] }),
    ],
    becomes: { "access-entry": [...BY_SSO_ENTRY, "admins"] },
  },
  {
    code: "sso-suffix-missing",
    name: "the permission set's name alone",
    principal: role(SSO),
    mode,
    awsAuth: awsAuth("mapRoles", devLines(role("AWSReservedSSO_Admin"))),
    becomes: both(["dev:jane-example.com", "devs"]),
  },
  {
    code: "user-path-differs",
    name: "a user whose path is left out",
    principal: user("ops/alice"),
    mode,
    awsAuth: awsAuth("mapUsers", [
      `    - userarn: ${user("alice")}`,
      "      username: alice",
      "      groups: [devs]",
    ]),
    becomes: { "aws-auth-arn": ["alice", "devs"], "access-entry": ["alice", "devs"] },
  },
  {
    code: "entry-for-other-kind",
    name: "a role where a user is mapped",
    principal: DEV,
    mode,
    awsAuth: awsAuth("mapUsers", devLines(user("Developer"), "userarn")),
    becomes: { "access-entry": BY_ENTRY, "aws-auth-entry": ["Developer:jane-example.com", "GROUP"] },
  },
  {
    code: "entry-for-other-account",
    name: "a role of another account",
    principal: DEV,
    mode,
    awsAuth: awsAuth("mapRoles", devLines(role("Developer", "444455556666"))),
    becomes: { "access-entry": BY_ENTRY, "aws-auth-entry": ["Developer:jane-example.com", "GROUP"] },
  },
  {
    code: "entry-for-other-partition",
    name: "the beginning of China's ARNs",
    principal: DEV,
    mode,
    awsAuth: awsAuth("mapRoles", devLines(DEV.replace("arn:aws:", "arn:aws-cn:"))),
    becomes: both(["dev:jane-example.com", "devs"]),
  },
];
