import type { EntryWithPolicies } from "../../../parse/access-entries/access-entry";
import type { MappingEntry } from "../../../parse/mappings/mapping-entry";
import type { AuthenticationMode } from "../../mapping/back-end-modes";
import type { ReasonCode } from "../../reasons/registry";
import type { DenialFacts } from "../not-mapped-reason";

/** A cluster and a caller whom it does not let in, and as whom he comes in once that is mended. */
export interface MappingScenario {
  readonly code: ReasonCode;
  /** What is special about it. */
  readonly name: string;
  /** ARN of a role or user. */
  readonly principal: string;
  readonly session?: string;
  readonly mode: AuthenticationMode;
  /** The ConfigMap as somebody wrote it; none = there is no aws-auth. */
  readonly awsAuth?: string;
  readonly accessEntries?: readonly EntryWithPolicies[];
  /** The creator and AWS's own, as an authenticator prints them when it starts. */
  readonly hidden?: readonly MappingEntry[];
  /** By an entry's ARN the unique id that EKS bound it to; all others are bound to the principal of that ARN. */
  readonly boundTo?: Readonly<Record<string, string>>;
  /** What EC2 says of any instance. */
  readonly ec2Error?: string;
  readonly facts?: Pick<DenialFacts, "configurationAgeMs">;
  /** After any of its fixes that change the configuration, by the remedy where they differ; null = none does. */
  readonly becomes: Readonly<Record<string, ComesInAs>> | null;
}

export type ComesInAs = readonly [username: string, ...groups: string[]];

export const ACCOUNT = "111122223333";
export const CALLER_ID = "AROAEXAMPLECALLER";
export const SESSION = "jane@example.com";

export function role(name: string, accountId = ACCOUNT): string {
  return `arn:aws:iam::${accountId}:role/${name}`;
}

export function user(name: string, accountId = ACCOUNT): string {
  return `arn:aws:iam::${accountId}:user/${name}`;
}

/** `kubectl get cm aws-auth -o yaml`, with an entry for nodes before the lines that are given. */
export function awsAuth(list: "mapRoles" | "mapUsers", lines: readonly string[]): string {
  const nodes = [
    `    - rolearn: ${role("Nodes")}`,
    "      username: system:node:{{EC2PrivateDNSName}}",
    "      groups:",
    "        - system:bootstrappers",
    "        - system:nodes",
  ];
  const lists = list === "mapRoles" ? [...nodes, ...lines] : [...nodes, "  mapUsers: |", ...lines];
  return [
    "apiVersion: v1",
    "kind: ConfigMap",
    "metadata:",
    "  name: aws-auth",
    "  namespace: kube-system",
    "data:",
    "  mapRoles: |",
    ...lists,
    "",
  ].join("\n");
}

/** The lines of an entry that gives `dev:{{SessionName}}` in `devs`. */
export function devLines(arn: string, key = "rolearn"): string[] {
  return [`    - ${key}: ${arn}`, '      username: "dev:{{SessionName}}"', "      groups:", "        - devs"];
}

export function accessEntry(principalArn: string, more: Partial<EntryWithPolicies> = {}): EntryWithPolicies {
  return { principalArn, type: "STANDARD", username: null, groups: [], policies: [], ...more };
}

/** The entry that no configuration shows. */
export function creator(arn: string): MappingEntry {
  const list = arn.includes(":user/") ? "mapUsers" : "mapRoles";
  const names = { username: "kubernetes-admin", groups: ["system:masters"] };
  return { list, arn, sso: null, ...names, userId: null, place: null };
}
