import type { LookupsOnDemand } from "@/lib/ports/chain-lookups";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";
import type { LiveReading } from "@/lib/ports/live-reading";
import type { RequestsOnDemand } from "@/lib/ports/requests-on-demand";
import type { PulseReader } from "./overview/remember-pulses";

/** What answers need. */
export interface InvestigationContext {
  readonly store: EventStore;
  readonly clock: Clock;
  /** The reading that goes on in this process; absent where none does. */
  readonly live?: LiveReading;
  /** Look-ups for the attempt that somebody looks at; absent where nothing is connected. */
  readonly lookups?: LookupsOnDemand;
  /** Readings of the audit log for the attempt that somebody looks at; absent where nothing is connected. */
  readonly asked?: RequestsOnDemand;
  /** May be a minute old. */
  readonly pulses: PulseReader;
  /** `sample`: the sandbox's world is shown, no real cluster. */
  readonly about: { readonly version: string; readonly sample: boolean; readonly startedMs: number };
}
