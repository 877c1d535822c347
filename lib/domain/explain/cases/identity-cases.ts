import type { AttemptOrigin } from "../../correlate/chain/attempt-origin";
import { awsAuth, creator, role } from "../why-not-mapped/scenarios/mapping-scenario";
import type { AskCase } from "./ask-case";

const OPS = role("Ops");
const mapped = (username: string, groups = "[ops]") =>
  awsAuth("mapRoles", [`    - rolearn: ${OPS}`, `      username: "${username}"`, `      groups: ${groups}`]);
const ALICE: AttemptOrigin = {
  kind: "person",
  name: "alice@example.com",
  nameFrom: "saml-subject",
  confidence: "keyed",
  userId: null,
  end: "origin",
};
const BEHIND = "Behind it is alice@example.com, a person.";

/** Who was it? */
export const IDENTITY_CASES: readonly AskCase[] = [
  {
    ask: 11,
    about: "an action of an assumed role, and nothing in the cluster that tells who",
    input: { principal: OPS, session: "s1", mode: "CONFIG_MAP", awsAuth: mapped("ops"), origin: ALICE },
    verdict: "granted",
    codes: [],
    findings: ["static-username"],
    sentence: `Ops/s1 got in to prod as ops in ops. ${BEHIND}`,
  },
  {
    ask: 12,
    about: "the access key in the username, so that Kubernetes' log can be joined",
    input: {
      principal: OPS,
      session: "s1",
      mode: "CONFIG_MAP",
      awsAuth: mapped("ops:{{SessionName}}:{{AccessKeyID}}"),
    },
    verdict: "granted",
    codes: [],
    sentence: "Ops/s1 got in to prod as ops:s1:ASIAEXAMPLE1 in ops.",
  },
  {
    ask: 13,
    about: "everybody's session is called after the tool that made the token",
    input: {
      principal: OPS,
      session: "EKSGetTokenAuth",
      mode: "CONFIG_MAP",
      awsAuth: mapped("ops:{{SessionName}}"),
      origin: ALICE,
      facts: {
        sharedUsernames: [
          { username: "ops:EKSGetTokenAuth", people: ["alice@example.com", "bob@example.com"] },
        ],
      },
    },
    verdict: "granted",
    codes: [],
    findings: ["shared-username"],
    sentence: "2 people came as ops:EKSGetTokenAuth: alice@example.com, bob@example.com",
  },
  {
    ask: 14,
    about: "a session's name that is a number",
    input: {
      principal: OPS,
      session: "1669660343296132000",
      mode: "CONFIG_MAP",
      awsAuth: mapped("ops:{{SessionName}}"),
      origin: ALICE,
    },
    verdict: "granted",
    codes: [],
    sentence: `Ops/1669660343296132000 got in to prod as ops:1669660343296132000 in ops. ${BEHIND}`,
  },
  {
    ask: 15,
    about: "who takes a role is not recorded, because its username is one for all",
    input: {
      principal: OPS,
      mode: "CONFIG_MAP",
      awsAuth: mapped("admin", "[system:masters]"),
      facts: { sharedUsernames: [{ username: "admin", people: ["alice@example.com", "bob@example.com"] }] },
    },
    verdict: "granted",
    codes: [],
    findings: ["static-username", "system-masters", "shared-username"],
    sentence: "Whoever takes the role is admin",
  },
  {
    ask: 16,
    about: "a finding of GuardDuty that has the username alone",
    input: { principal: OPS, session: "s1", mode: "API", hidden: [creator(OPS)], origin: ALICE },
    verdict: "granted",
    codes: [],
    findings: ["hidden-creator"],
    sentence: `Ops/s1 got in to prod as kubernetes-admin in system:masters. ${BEHIND}`,
  },
  {
    ask: 27,
    about: "role bindings for an e-mail, in whose place stands one with a dash",
    input: { principal: OPS, mode: "CONFIG_MAP", awsAuth: mapped("ops:{{SessionName}}") },
    verdict: "granted",
    codes: [],
    sentence: "jane@example.com got in to prod as ops:jane-example.com in ops, with the role Ops.",
  },
  {
    ask: 27,
    about: "the e-mail as it is, where aws-auth is still read",
    input: { principal: OPS, mode: "CONFIG_MAP", awsAuth: mapped("ops:{{SessionNameRaw}}") },
    verdict: "granted",
    codes: [],
    sentence: "jane@example.com got in to prod as ops:jane@example.com in ops, with the role Ops.",
  },
];
