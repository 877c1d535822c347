import {
  accessEntry,
  awsAuth,
  creator,
  devLines,
  role,
  user,
} from "../why-not-mapped/scenarios/mapping-scenario";
import type { AskCase } from "./ask-case";

const SSO = "AWSReservedSSO_Admin_0123456789abcdef";
const SSO_PATH = "aws-reserved/sso.amazonaws.com/eu-west-1/";
const NODES_ALONE = awsAuth("mapRoles", []);

/** Why can I not get in? */
export const DENIAL_CASES: readonly AskCase[] = [
  {
    ask: 1,
    about: "a message that names nobody",
    input: { pasted: "error: You must be logged in to the server (Unauthorized)" },
    verdict: "inconclusive",
    codes: ["unauthorized"],
    sentence: "The API server took the token for nobody's (401)",
  },
  {
    ask: 2,
    about: "another user than the one who created the cluster",
    input: {
      principal: user("bob"),
      mode: "CONFIG_MAP",
      awsAuth: NODES_ALONE,
      hidden: [creator(user("alice"))],
    },
    verdict: "denied",
    codes: ["not-mapped"],
    findings: ["hidden-creator"],
    sentence: "bob was turned away from prod: no mapping for IAM user bob.",
  },
  {
    ask: 3,
    about: "the right user, on a machine whose clock is fast",
    input: {
      pasted:
        'sts getCallerIdentity failed: error from AWS (expected 200, got 403). Body: {"Error":{"Code":"SignatureDoesNotMatch","Message":"Signature not yet current: 20260102T040000Z is still later than 20260102T034500Z"}}',
    },
    verdict: "inconclusive",
    codes: ["signature-not-yet-current"],
    sentence: "Set the client's clock right.",
  },
  {
    ask: 4,
    about: "what newer clients print instead",
    input: {
      pasted:
        "couldn't get current server API group list: the server has asked for the client to provide credentials",
    },
    verdict: "inconclusive",
    codes: ["unauthorized"],
    sentence: "Look among the denied attempts of that minute: their reason is the one to mend.",
  },
  {
    ask: 5,
    about: "not mapped although the mapping is applied: it names a session",
    input: {
      principal: role("Deploy"),
      session: "ci",
      mode: "CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", devLines("arn:aws:sts::111122223333:assumed-role/Deploy/ci")),
    },
    verdict: "denied",
    codes: ["session-arn-in-aws-auth"],
    findings: ["session-arn"],
    sentence: "The username `dev:ci` in the group `devs`.",
  },
  {
    ask: 6,
    about: "a person with the role of nodes",
    input: { principal: role("Nodes"), session: "jane", mode: "CONFIG_MAP", awsAuth: NODES_ALONE },
    verdict: "denied",
    codes: ["not-an-instance"],
    sentence: "Use a role that is meant for people or programs; this one is for instances.",
  },
  {
    ask: 6,
    about: "the same in the words of an old authenticator",
    input: { pasted: "failed mapping username: SessionName did not contain an instance id" },
    verdict: "inconclusive",
    codes: ["not-an-instance"],
    sentence: "The mapping is for EC2 instances, and the session is none",
  },
  {
    ask: 7,
    about: "the path of an Identity Center role left in aws-auth",
    input: {
      principal: role(SSO),
      mode: "API_AND_CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", devLines(role(SSO_PATH + SSO))),
    },
    verdict: "denied",
    codes: ["role-path-in-aws-auth"],
    findings: ["role-path"],
    sentence: "Its entry in aws-auth has the role's path",
  },
  {
    ask: 7,
    about: "the very same configuration in another cluster works: it has an access entry there",
    input: {
      principal: role(SSO),
      mode: "API_AND_CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", devLines(role(SSO_PATH + SSO))),
      accessEntries: [accessEntry(role(SSO_PATH + SSO), { groups: ["devs"] })],
    },
    verdict: "granted",
    codes: [],
    sentence: `jane@example.com got in to prod as arn:aws:sts::111122223333:assumed-role/${SSO}/jane-example.com in devs, with the role ${SSO}.`,
  },
  {
    ask: 8,
    about: "an administrator's role for SAML, with a path",
    input: {
      principal: role("saml/Admins"),
      mode: "CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", [
        `    - rolearn: ${role("saml/Admins")}`,
        "      username: admin:{{SessionName}}",
        "      groups: [system:masters]",
      ]),
    },
    verdict: "denied",
    codes: ["role-path-in-aws-auth"],
    findings: ["role-path", "system-masters"],
    sentence: "The username `admin:jane-example.com` in the group `system:masters`.",
  },
  {
    ask: 9,
    about: "EKS takes no access entry for the ARN that the log has, without its path",
    input: { principal: role(SSO), mode: "API" },
    verdict: "denied",
    codes: ["not-mapped"],
    sentence:
      "An access entry wants the role's ARN with its path, which the log leaves out: `aws iam get-role` tells it.",
  },
  {
    ask: 10,
    about: "a wildcard, because the names of Identity Center's roles are not predictable",
    input: {
      principal: role(SSO),
      mode: "CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", devLines(role("AWSReservedSSO_Admin_*"))),
    },
    verdict: "denied",
    codes: ["arn-with-wildcard"],
    findings: ["wildcard"],
    sentence: "Its entry has a wildcard in the ARN",
  },
  {
    ask: 30,
    about: "an administrator of the account, in the console",
    input: {
      pasted: "Your current user or role does not have access to Kubernetes objects on this EKS cluster.",
    },
    verdict: "inconclusive",
    codes: ["console-no-objects"],
    sentence: "The console's user has no access inside the cluster",
  },
  {
    ask: 31,
    about: "a dashboard that says access denied, and not why",
    input: {
      pasted:
        'deployments.apps is forbidden: User "alice" cannot list resource "deployments" in API group "apps"',
    },
    verdict: "inconclusive",
    codes: ["forbidden"],
    sentence: "The cluster knew who it was, and refused what was asked (403)",
  },
];
