import type { KnownConfiguration } from "../configuration/known-configuration";
import type { MappedCaller } from "../mapping/mapped-caller";
import type { ReasonCode } from "../reasons/registry";
import type { PrincipalAtCluster } from "../remedies/principal-at-cluster";
import type { NotMappedReason } from "./not-mapped-reason";

/** A caller who was not let in, and what is known of the cluster at that time. */
export interface MappingDenial {
  readonly caller: MappedCaller;
  readonly known: KnownConfiguration;
  /** The text that aws-auth was read from; null = it is not kept. */
  readonly awsAuthText: string | null;
  /** Where, and by which ARN, a fix lets him in. */
  readonly who: PrincipalAtCluster;
}

/** A reason of the stage "mapping", and the entry that it is about. */
export interface MappingReason extends Omit<NotMappedReason, "code"> {
  readonly code: ReasonCode;
}
