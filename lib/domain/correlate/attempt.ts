import type { EpochMs } from "../time/time-range";

export type Decision = "granted" | "denied";

/** Who stands behind a caller, as far as the record itself tells (facts: authenticator §6.7). */
export const CALLER_CLASSES = ["person", "node", "ci", "workload", "aws", "root", "unknown"] as const;
export type CallerClass = (typeof CALLER_CLASSES)[number];

/**
 * observed = the record says so · keyed = same access key id and the only candidate in the window ·
 * timed = joined by principal and time, or several candidates · claimed = chosen by the caller.
 */
export const CONFIDENCES = ["observed", "keyed", "timed", "claimed"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The IAM principal STS vouched for. A field the log does not carry is null; "" means printed empty. */
export interface Caller {
  /** Raw ARN from the STS response; null where no such line was paired. */
  readonly arn: string | null;
  readonly canonicalArn: string | null;
  readonly accountId: string | null;
  /** AROA…, AIDA…, account number (root) or account:name (federated user). */
  readonly uniqueId: string | null;
  /** Chosen by whoever assumed the role. */
  readonly sessionName: string | null;
  readonly accessKeyId: string | null;
}

export interface KubernetesIdentity {
  readonly username: string;
  readonly groups: readonly string[];
  readonly uid: string;
}

/** One source record that proves something. */
export interface EvidenceRef {
  readonly source: "authenticator" | "audit" | "cloudtrail";
  /** Log stream, or `account/region` for CloudTrail. */
  readonly stream: string;
  /** AWS's id of the record; null where the input had none (plain log files). */
  readonly eventId: string | null;
  /** Gatebook's id of the record: a hash of what it is and where it stood. */
  readonly recordId: string;
}

/** The GetCallerIdentity behind an attempt. */
export interface StsMatch {
  /** null when several events are equally good: they are then all in `alternatives`. */
  readonly eventId: string | null;
  readonly confidence: Confidence;
  /** Ids of the other events in the window. */
  readonly alternatives: readonly string[];
}

/**
 * One check of a token by the authenticator at one cluster; or, where its log is silent, what the audit log proves of
 * one (see rebuildFromUses).
 */
export interface Attempt {
  /** The deciding line's record id, so that links survive a rebuild of the store. */
  readonly id: string;
  readonly timeMs: EpochMs;
  readonly cluster: string;
  readonly decision: Decision;
  readonly class: CallerClass;
  /** null: denied before STS vouched for anybody. */
  readonly caller: Caller | null;
  /** null when denied. */
  readonly kubernetes: KubernetesIdentity | null;
  /** The authenticator's error text when denied; partly the caller's own text. */
  readonly error: string | null;
  /** Host that answered for STS, as the log prints it. */
  readonly stsEndpoint: string | null;
  readonly sts: StsMatch | null;
  readonly evidence: readonly EvidenceRef[];
}
