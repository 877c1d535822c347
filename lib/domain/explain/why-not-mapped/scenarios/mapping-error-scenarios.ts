import { accessEntry, awsAuth, CALLER_ID, type MappingScenario, role, user } from "./mapping-scenario";

const DEV = role("Developer");
const NODES = role("Nodes");
const BY_ENTRY = ["arn:aws:sts::111122223333:assumed-role/Developer/jane-example.com"] as const;
const NODE_GROUPS = ["system:bootstrappers", "system:nodes"] as const;
const INSTANCE = "i-0123456789abcdef0";
const mode = "API_AND_CONFIG_MAP" as const;
const ofNode = { principal: NODES, session: INSTANCE, mode, awsAuth: awsAuth("mapRoles", []) } as const;
const asNode = (username: string) => ({ "aws-auth-username": [username, ...NODE_GROUPS] as const });

/** What the authenticator's own error tells. */
export const MAPPING_ERROR_SCENARIOS: readonly MappingScenario[] = [
  {
    code: "not-mapped",
    name: "nothing for the caller at all",
    principal: DEV,
    mode,
    awsAuth: awsAuth("mapRoles", []),
    becomes: { "access-entry": BY_ENTRY, "aws-auth-entry": ["Developer:jane-example.com", "GROUP"] },
  },
  {
    code: "not-mapped",
    name: "a role with a path, and no aws-auth at all",
    principal: role("team/Developer"),
    mode,
    becomes: { "access-entry": BY_ENTRY, "aws-auth-entry": ["Developer:jane-example.com", "GROUP"] },
  },
  {
    code: "not-mapped",
    name: "a user with a path",
    principal: user("ops/alice"),
    mode,
    awsAuth: awsAuth("mapRoles", []),
    becomes: { "access-entry": [user("ops/alice")], "aws-auth-entry": ["alice", "GROUP"] },
  },
  {
    code: "principal-renamed",
    name: "a user who has another name now",
    principal: DEV,
    mode: "API",
    accessEntries: [accessEntry(role("Dev"), { groups: ["devs"] })],
    boundTo: { [role("Dev")]: CALLER_ID },
    becomes: { "replace-access-entry": BY_ENTRY },
  },
  {
    code: "username-reserved",
    name: "an access entry that makes an admin of the system",
    principal: DEV,
    mode: "API",
    accessEntries: [accessEntry(DEV, { username: "system:admin", groups: ["devs"] })],
    becomes: { "update-access-entry": [...BY_ENTRY, "devs"] },
  },
  {
    code: "not-an-instance",
    name: "a person with the role of nodes",
    ...ofNode,
    session: "jane@example.com",
    becomes: asNode("Nodes:jane-example.com"),
  },
  {
    code: "ec2-refused",
    name: "the cluster's role may not ask",
    ...ofNode,
    ec2Error: `failed querying private DNS from EC2 API for node ${INSTANCE}: UnauthorizedOperation `,
    becomes: null,
  },
  {
    code: "instance-not-found",
    name: "an instance that is gone",
    ...ofNode,
    ec2Error: `failed querying private DNS from EC2 API for node ${INSTANCE}: InvalidInstanceID.NotFound `,
    becomes: null,
  },
  {
    code: "instance-unnamed",
    name: "an instance without a name",
    ...ofNode,
    ec2Error: `failed to find node ${INSTANCE} `,
    becomes: null,
  },
  {
    code: "template-failed",
    name: "an error of a version to come",
    ...ofNode,
    ec2Error: "something new",
    becomes: asNode(`Nodes:${INSTANCE}`),
  },
];
