import type { Striker } from "../faults/strike-calls";
import type { World } from "../world/world";
import type { KubernetesServers } from "./kubernetes/kubernetes-address";
import type { InsightsQueries } from "./logs/insights/insights-queries";
import type { Principal, Principals } from "./principals";
import type { TakeTurn } from "./take-turns";
import type { Throttle } from "./throttle";

/** How the account stands. What goes wrong with single calls, and when, is a FaultPlan. */
export interface Knobs {
  /** Every answer takes this long, by the given clock. */
  readonly latencyMs?: number;
  /**
   * Actions that IAM refuses, such as `logs:FilterLogEvents`; followed by a blank and a text, only where the resource's
   * ARN holds the text: `logs:FilterLogEvents /aws/eks/prod/`.
   */
  readonly denied?: readonly string[];
  /** Clusters whose authenticator logging is off. */
  readonly logTypeOff?: readonly string[];
  /** Clusters whose audit logging is off. */
  readonly auditLogOff?: readonly string[];
  /** Clusters whose authenticator writes nothing from an instant on, in ms since the epoch. */
  readonly logStopped?: Readonly<Record<string, number>>;
  /** For how long log groups keep their lines. Default: 14. */
  readonly retentionDays?: number;
  /** Clusters whose log group has the class INFREQUENT_ACCESS. */
  readonly infrequentAccess?: readonly string[];
  /** Clusters that EKS does not know: not made yet, or deleted. Their log group stays. */
  readonly absentClusters?: readonly string[];
  /** Clusters that have no log group. */
  readonly absentLogGroups?: readonly string[];
  /** Trail objects whose keys hold one of these texts unpack to far more than logs do. */
  readonly hostileObjects?: readonly string[];
  /** Regions that the account has not enabled. */
  readonly disabledRegions?: readonly string[];
  /** From this instant on, in ms since the epoch, the trails deliver nothing more. */
  readonly trailStoppedMs?: number;
  /** Sessions of roles end so long after they are issued, whatever their Expiration says. */
  readonly sessionsEndMs?: number;
  /** Clusters whose API server cannot be reached from outside of their VPC. */
  readonly privateEndpoints?: readonly string[];
  /** Clusters that do not let Gatebook's identity in. */
  readonly noKubernetesAccess?: readonly string[];
  /** Clusters that let it in and give it no roles. */
  readonly noKubernetesRights?: readonly string[];
  /** So many pages of FilterLogEvents and LookupEvents in a row are empty, with a token, before each that is not. */
  readonly emptyPages?: number;
}

/** One request as the sandbox understood it; kept for tests. */
export interface RequestNote {
  readonly timeMs: number;
  readonly service: string;
  readonly action: string;
  readonly region: string;
  readonly accountId: string | null;
  /** 499: the client hung up before its turn came, and nothing was worked out for it. */
  readonly status: number;
  readonly error: string | null;
  readonly input: JsonInput;
}

/** All that an operation may ask. */
export interface Cloud {
  readonly world: World;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly knobs: Knobs;
  readonly principals: Principals;
  readonly throttle: Throttle;
  readonly strike: Striker;
  readonly takeTurn: TakeTurn;
  readonly queries: InsightsQueries;
  readonly kubernetes: KubernetesServers;
}

export type JsonInput = { readonly [key: string]: unknown };

/** One authenticated call. */
export interface Call {
  readonly cloud: Cloud;
  readonly principal: Principal;
  readonly region: string;
  readonly input: JsonInput;
}

/** Gives the body, at once or soon, or throws an AwsError. */
export type Operation = (call: Call) => unknown;
