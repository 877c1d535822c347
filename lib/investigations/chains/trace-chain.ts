import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import type { Viewer } from "@/lib/ports/viewer";
import { addSharedUsernames } from "./add-shared-usernames";
import type { InvestigationContext } from "../investigation-context";
import { lookupsOf } from "./lookups-of";
import { traceAttempts } from "./trace-attempts";

/**
 * How the caller of one attempt came by his credentials; null = there is no such attempt. `lookUp`: what is missing is
 * looked up in CloudTrail, unless that goes on already; the answer does not wait for it, but says how it goes.
 */
export async function traceChain(
  _viewer: Viewer,
  { id, lookUp = false }: { readonly id: string; readonly lookUp?: boolean },
  context: InvestigationContext,
): Promise<AttemptChain | null> {
  const { store } = context;
  const attempt = await store.find(id);
  if (attempt === null) return null;
  if (lookUp && context.lookups?.isOffered()) context.lookups.begin(id);
  // Before the chain is read: what is told to be found is then in it.
  const lookups = lookupsOf(id, context);
  const traced = await traceAttempts([attempt], await store.coverage(), context);
  const [chain = null] = await addSharedUsernames([attempt], traced, store);
  return chain === null ? null : { ...chain, lookups };
}
