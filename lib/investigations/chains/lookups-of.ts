import type { ChainLookups } from "@/lib/domain/summarize/chain/chain-lookups";
import type { InvestigationContext } from "../investigation-context";

/** How the look-ups for an attempt go; null = nothing can be looked up: no account of AWS's is connected. */
export function lookupsOf(attemptId: string, { lookups }: InvestigationContext): ChainLookups | null {
  return lookups?.isOffered() ? lookups.progressOf(attemptId) : null;
}
