import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";

/** What answers need. */
export interface InvestigationContext {
  readonly store: EventStore;
  readonly clock: Clock;
  /** `sample`: the sandbox's world is shown, no real cluster. */
  readonly about: { readonly version: string; readonly sample: boolean; readonly startedMs: number };
}
