import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import type { Investigations } from "@/lib/ports/investigations";
import { countByFacet } from "./count-by-facet";
import { countByTime } from "./count-by-time";
import { explainAttempt } from "./explain-attempt";
import { reportCoverage } from "./report-coverage";
import { reportHealth } from "./report-health";
import { searchAttempts } from "./search-attempts";

export interface InvestigationContext {
  readonly store: EventStore;
  readonly clock: Clock;
  /** `sample`: the sandbox's world is shown, no real cluster. */
  readonly about: { readonly version: string; readonly sample: boolean; readonly startedMs: number };
}

/** All questions over one store. */
export function createInvestigations(context: InvestigationContext): Investigations {
  return {
    searchAttempts: (viewer, query) => searchAttempts(viewer, query, context),
    explainAttempt: (viewer, query) => explainAttempt(viewer, query, context),
    countByTime: (viewer, query) => countByTime(viewer, query, context),
    countByFacet: (viewer, query) => countByFacet(viewer, query, context),
    reportCoverage: (viewer) => reportCoverage(viewer, context),
    reportHealth: (viewer) => reportHealth(viewer, context),
  };
}
