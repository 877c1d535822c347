import { hash32 } from "../chance";
import { type LogType, usualLogTypes } from "./logging";
import type { Place } from "./places";

/**
 * What a build of the authenticator prints (facts: authenticator §1.2, §2).
 * - current: v0.7.18, with `stsendpoint`.
 * - middle: v0.7.4, other words for a few errors.
 * - older: v0.5.17, `accesskeyid` but no `stsendpoint`.
 * - oldest: as EKS ran it in 2020, neither of them, and the uid prefix of the Heptio days.
 */
export type Dialect = "current" | "middle" | "older" | "oldest";

/** What a cluster is for; each team has one of each. */
export type Stage = "prod" | "staging" | "dev";

export interface Cluster extends Place {
  /** Its control plane is drawn from it. */
  readonly seed: number;
  /** Unique in the whole organisation. */
  readonly name: string;
  readonly stage: Stage;
  readonly version: string;
  readonly platformVersion: string;
  readonly authenticationMode: "CONFIG_MAP" | "API_AND_CONFIG_MAP" | "API";
  readonly createdAt: string;
  /** One per control-plane instance. */
  readonly dialects: readonly Dialect[];
  /** What it usually logs. */
  readonly logTypes: readonly LogType[];
  readonly nodes: number;
  readonly fargate: number;
}

const STAGES = {
  prod: {
    version: "1.34",
    platformVersion: "eks.9",
    authenticationMode: "API_AND_CONFIG_MAP",
    createdAt: "2023-02-14T09:12:44Z",
    dialects: ["current", "current", "current"],
    nodes: 4,
    fargate: 1,
  },
  staging: {
    version: "1.34",
    platformVersion: "eks.9",
    authenticationMode: "API",
    createdAt: "2024-06-03T13:40:10Z",
    dialects: ["current", "current"],
    nodes: 3,
    fargate: 0,
  },
  dev: {
    version: "1.24",
    platformVersion: "eks.40",
    authenticationMode: "CONFIG_MAP",
    createdAt: "2020-04-28T21:05:31Z",
    dialects: ["older", "oldest"],
    nodes: 2,
    fargate: 0,
  },
} as const;

/** `prod`, `staging`, `devCluster` where the prefix is empty; else `payments-prod` … */
export function clustersFor(
  prefix: string,
  home: Place & { readonly seed: number; readonly number: number },
): Readonly<Record<Stage, Cluster>> {
  const named = (stage: Stage): string => (stage === "dev" && prefix === "" ? "devCluster" : prefix + stage);
  const build = (stage: Stage): Cluster => ({
    ...STAGES[stage],
    accountId: home.accountId,
    region: home.region,
    seed: home.seed,
    stage,
    logTypes: usualLogTypes(home.number, stage),
    name: named(stage),
  });
  return { prod: build("prod"), staging: build("staging"), dev: build("dev") };
}

export function logGroupOf(cluster: string): string {
  return `/aws/eks/${cluster}/cluster`;
}

export function clusterArnOf(cluster: Cluster): string {
  return `arn:aws:eks:${cluster.region}:${cluster.accountId}:cluster/${cluster.name}`;
}

/** 32 hex digits, as in the host of the API endpoint. */
export function endpointIdOf(cluster: Cluster): string {
  const id = hash32(cluster.name).toString(16).toUpperCase().padStart(8, "0");
  return `${id}${id}EXAMPLE000000000`;
}

/** Issuer of its service account tokens, without `https://`. */
export function oidcIssuerOf(cluster: Cluster): string {
  return `oidc.eks.${cluster.region}.amazonaws.com/id/${endpointIdOf(cluster)}`;
}
