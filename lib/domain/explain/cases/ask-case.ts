import type { CallerClass } from "../../correlate/attempt";
import type { AttemptOrigin } from "../../correlate/chain/attempt-origin";
import type { ConfigurationFacts } from "../findings/configuration-facts";
import type { MappingScenario } from "../why-not-mapped/scenarios/mapping-scenario";

/** One thing that people ask in public, as a cluster, a message or a manifest, and what Gatebook answers. */
export interface AskCase {
  /** Number of the ask in the list of asks that the project was begun with. */
  readonly ask: number;
  /** In our words. */
  readonly about: string;
  readonly input: ClusterInput | PastedInput | ManifestInput;
  /** `inconclusive`: the input names nobody, or is asked of nobody. */
  readonly verdict: "granted" | "denied" | "inconclusive";
  /** Reasons, the likeliest first; of a manifest its remarks in the order of their lines. */
  readonly codes: readonly string[];
  /** Findings of the cluster's configuration that must be among all. */
  readonly findings?: readonly string[];
  /** One of the sentences that are told. */
  readonly sentence: string;
}

/** Somebody comes to a cluster. */
export interface ClusterInput
  extends Pick<
    MappingScenario,
    "principal" | "session" | "mode" | "awsAuth" | "accessEntries" | "hidden" | "boundTo"
  > {
  readonly class?: CallerClass;
  readonly origin?: AttemptOrigin;
  readonly facts?: ConfigurationFacts;
}

/** What somebody saw, and pastes. */
export interface PastedInput {
  readonly pasted: string;
}

/** An aws-auth that is to be checked. */
export interface ManifestInput {
  readonly manifest: string;
}
