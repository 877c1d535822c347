import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { InvestigationContext } from "../investigation-context";

const LATELY_MS = 90 * DAY_MS;
const MOST_CALLERS = 1_000;

/** Who came to a cluster within the last ninety days, the most active first. */
export function recentCallers(
  cluster: string,
  { store, clock }: Pick<InvestigationContext, "store" | "clock">,
): Promise<SeenCaller[]> {
  return store.callersSeen({ cluster, sinceMs: clock.now() - LATELY_MS, limit: MOST_CALLERS });
}
