import {
  accessEntry,
  awsAuth,
  creator,
  devLines,
  role,
  user,
} from "../why-not-mapped/scenarios/mapping-scenario";
import type { AskCase } from "./ask-case";

const NODE = role("Nodes");
const INSTANCE = "i-0123456789abcdef0";
const FOUNDER = user("founder");

/** Nobody gets in any more, or the nodes do not. */
export const LOCK_OUT_CASES: readonly AskCase[] = [
  {
    ask: 20,
    about: "the user who created the cluster was deleted, and nobody else is mapped",
    input: {
      principal: user("bob"),
      mode: "CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", []),
      hidden: [creator(FOUNDER)],
    },
    verdict: "denied",
    codes: ["not-mapped"],
    findings: ["hidden-creator"],
    sentence: `${FOUNDER} is kubernetes-admin in system:masters, by an entry that no configuration shows`,
  },
  {
    ask: 21,
    about: "the creator was made again under its old name, and comes in",
    input: {
      principal: FOUNDER,
      mode: "CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", []),
      hidden: [creator(FOUNDER)],
    },
    verdict: "granted",
    codes: [],
    findings: ["hidden-creator"],
    sentence:
      "founder got in to prod as kubernetes-admin in system:masters, an IAM user of account 111122223333.",
  },
  {
    ask: 21,
    about: "a role with an access entry was made again under its old name, and does not",
    input: {
      principal: role("Admin"),
      mode: "API",
      accessEntries: [accessEntry(role("Admin"))],
      boundTo: { [role("Admin")]: "AROAEXAMPLEBEFORE" },
      facts: { notMapped: [role("Admin")] },
    },
    verdict: "denied",
    codes: ["access-entry-stale", "mapping-not-in-force"],
    findings: ["stale-access-entry"],
    sentence: "Delete the access entry, and create it again with the groups and policies that it had.",
  },
  {
    ask: 22,
    about: "a small typo makes aws-auth ineffective, and no one knows who the creator is",
    input: {
      principal: user("alice"),
      mode: "CONFIG_MAP",
      awsAuth: awsAuth("mapUsers", devLines(user("alice"), "userarn")).replace("mapUsers:", "mapUser:"),
      hidden: [creator(FOUNDER)],
    },
    verdict: "denied",
    codes: ["list-key-misspelt"],
    findings: ["hidden-creator"],
    sentence: "Its entry stands in aws-auth under a key that does not count",
  },
  {
    ask: 23,
    about: "after an edit of aws-auth nobody gets in any more",
    input: {
      principal: role("Admin"),
      mode: "CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", [
        `    - rolearn: ${role("Admin")}`,
        "      username: admin:{{SessionName}}",
        "    groups:",
        "      - system:masters",
      ]),
    },
    verdict: "denied",
    codes: ["list-unreadable"],
    sentence: "The username `admin:jane-example.com` in the group `system:masters`.",
  },
  {
    ask: 24,
    about: "a tool wrote aws-auth anew without the entry for nodes",
    input: {
      principal: NODE,
      session: INSTANCE,
      mode: "CONFIG_MAP",
      awsAuth: `data:\n  mapRoles: |\n${devLines(role("Dev")).join("\n")}\n`,
      class: "node",
    },
    verdict: "denied",
    codes: ["not-mapped"],
    findings: ["no-node-entry"],
    sentence: `${INSTANCE} was turned away from prod: no mapping for role Nodes.`,
  },
  {
    ask: 25,
    about: "a quick set-up gave running instances another role",
    input: {
      principal: role("AmazonSSMRoleForInstancesQuickSetup"),
      session: INSTANCE,
      mode: "CONFIG_MAP",
      awsAuth: awsAuth("mapRoles", []),
      class: "node",
    },
    verdict: "denied",
    codes: ["not-mapped"],
    sentence: `${INSTANCE} was turned away from prod: no mapping for role AmazonSSMRoleForInstancesQuickSetup.`,
  },
  {
    ask: 26,
    about: "aws-auth is called invalid, and nobody says what of it",
    input: {
      manifest: [
        "apiVersion: v1",
        "kind: ConfigMap",
        "metadata: {name: aws-auth, namespace: kube-system}",
        "data:",
        "  mapRoles:",
        `    - rolearn: ${NODE}`,
        "      username: system:node:{{EC2PrivateDNSName}}",
        "      groups: [system:bootstrappers]",
      ].join("\n"),
    },
    verdict: "inconclusive",
    codes: ["not-text", "node-groups", "no-node-entry"],
    sentence:
      "Line 6: mapRoles is a list, and a ConfigMap holds texts: the API server refuses it. Write `mapRoles: |`",
  },
];
