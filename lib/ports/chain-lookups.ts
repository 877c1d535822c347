import type { ChainLookups } from "@/lib/domain/summarize/chain/chain-lookups";

/** Look-ups in event histories for the attempts that somebody looks at. */
export interface LookupsOnDemand {
  /** false: no account of AWS's is connected, and nothing can be looked up. */
  isOffered(): boolean;
  /** Begins to look up what an attempt's chain lacks, or lets it go on; does not wait for it. */
  begin(attemptId: string): void;
  progressOf(attemptId: string): ChainLookups;
}
