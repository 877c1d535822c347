import type { AttemptChain } from "@/lib/domain/summarize/attempt-chain";
import type { Viewer } from "@/lib/ports/viewer";
import type { InvestigationContext } from "./investigation-context";
import { traceAttempts } from "./trace-attempts";

/** How the caller of one attempt came by his credentials; null = there is no such attempt. */
export async function traceChain(
  _viewer: Viewer,
  { id }: { readonly id: string },
  context: InvestigationContext,
): Promise<AttemptChain | null> {
  const { store } = context;
  const attempt = await store.find(id);
  if (attempt === null) return null;
  const [chain = null] = await traceAttempts([attempt], await store.coverage(), context);
  return chain;
}
