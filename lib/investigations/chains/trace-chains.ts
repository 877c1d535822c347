import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { InvalidQuery } from "@/lib/ports/invalid-query";
import type { Viewer } from "@/lib/ports/viewer";
import { addSharedUsernames } from "./add-shared-usernames";
import type { InvestigationContext } from "../investigation-context";
import { traceAttempts } from "./trace-attempts";

const MOST_IDS = 500;

/** How the callers of these attempts came by their credentials; ids that are none are left out. */
export async function traceChains(
  _viewer: Viewer,
  { ids, range }: { readonly ids: readonly string[]; readonly range: TimeRange },
  context: InvestigationContext,
): Promise<AttemptChain[]> {
  if (ids.length > MOST_IDS) throw new InvalidQuery("ids", `are ${MOST_IDS} at most`);
  const { store } = context;
  const [attempts, sources] = await Promise.all([store.findAll(ids, range), store.coverage()]);
  return addSharedUsernames(attempts, await traceAttempts(attempts, sources, context), store);
}
