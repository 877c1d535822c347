import type { Confidence } from "../../correlate/attempt";
import type { TracedAttempt } from "../../correlate/chain/attempt-origin";
import type { Origin } from "../../correlate/chain/chain";
import type { HopKind } from "../../correlate/chain/hop-kind";
import type { IdentityRef } from "../../identity/identity-ref";
import type { EpochMs } from "../../time/time-range";
import type { FacetCount, Facets } from "../attempts/attempt-counts";
import type { KubernetesUse } from "../requests/kubernetes-use";

/** A name that is known, and how much of it. */
export interface IdentityHit extends IdentityRef {
  readonly attempts: number;
  /** The latest attempt, or the start of its day (UTC). */
  readonly lastMs: EpochMs;
}

/** What something that was asked for turned out to be: an identity, or one attempt. */
export interface FoundMeaning {
  /** `kind:value`, as it was asked. */
  readonly asked: string;
  readonly identity: IdentityHit | null;
  readonly attemptId: string | null;
}

export interface IdentityFinds {
  /** In the order they were asked for; what nothing is known of is absent. */
  readonly known: readonly FoundMeaning[];
  /** Names that hold the text, or else look like it; without a text the most active ones. */
  readonly near: readonly IdentityHit[];
}

/** The IAM principal behind some of an identity's attempts. */
export interface IdentityCaller {
  readonly canonicalArn: string | null;
  readonly uniqueId: string | null;
  readonly attempts: number;
  readonly lastMs: EpochMs;
}

/** One set of credentials, as far as the log tells them apart. */
export interface IdentitySession {
  readonly arn: string | null;
  readonly sessionName: string | null;
  readonly accessKeyId: string | null;
  readonly attempts: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  /** Its latest attempt. */
  readonly attemptId: string;
}

/** One origin, by however sure joins. */
export interface IdentityOrigin extends Omit<Origin, "confidence"> {
  readonly attempts: number;
  /** How many of them are how sure; null = the origin is not known. */
  readonly sure: readonly { readonly confidence: Confidence | null; readonly attempts: number }[];
}

/** What the store knows of an identity beside what a filter's counts tell. */
export interface IdentityFacts {
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
  /** Most active first. */
  readonly callers: readonly IdentityCaller[];
  /** Those used latest first. */
  readonly sessions: readonly IdentitySession[];
  /** The authenticator's words, most frequent first. */
  readonly errors: readonly Pick<FacetCount, "value" | "count">[];
  /** Of all attempts whose sessions are traced, those of most attempts first. */
  readonly origins: readonly IdentityOrigin[];
  /** By the audit log; null = nothing of it is known. */
  readonly kubernetes: KubernetesUse | null;
}

/** Where credentials of the identity were asked for, by the latest record of its chains. */
export interface IdentityAddress {
  readonly address: string;
  readonly userAgent: string | null;
  readonly hop: HopKind;
  readonly lastMs: EpochMs;
  /** An attempt whose chain shows it. */
  readonly attemptId: string;
}

/** All that one person, role, session, key, Kubernetes username or group did, in everything that is stored. */
export interface IdentityReport extends IdentityFacts {
  readonly identity: IdentityRef;
  readonly counts: Facets;
  /** By day of UTC, those without attempts left out. */
  readonly days: readonly { readonly startMs: EpochMs; readonly granted: number; readonly denied: number }[];
  /** Of the sessions that are listed. */
  readonly addresses: readonly IdentityAddress[];
  /** The newest attempts. */
  readonly recent: readonly TracedAttempt[];
}
