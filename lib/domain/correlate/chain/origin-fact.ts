import { CI_FACTS } from "../../identity/ci-subject";

/** What can be known of an origin besides its name, in the order in which it is read. */
export const ORIGIN_FACTS = [
  "cluster",
  "namespace",
  "serviceAccount",
  "pod",
  "instance",
  "role",
  ...CI_FACTS,
  "service",
  "provider",
  "account",
] as const;

/** One thing known of an origin. */
export interface OriginFact {
  readonly fact: (typeof ORIGIN_FACTS)[number];
  readonly value: string;
  /** Chosen by the caller: nothing proves it. */
  readonly isClaimed: boolean;
}
