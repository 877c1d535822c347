import type { LookupsOnDemand } from "@/lib/ports/chain-lookups";
import type { Clock } from "@/lib/ports/clock";
import type { EventHistories } from "@/lib/ports/event-history";
import type { EventStore } from "@/lib/ports/event-store";
import { createLookupsOnDemand } from "./create-lookups-on-demand";
import type { LookingUp } from "./look-up-chain";
import { lookUpSessions } from "./look-up-sessions";
import { LookupDesk } from "./lookup-desk";
import type { ReadingWays } from "./reading-ways";

export interface LookUpsOptions extends Pick<LookingUp, "derive"> {
  readonly store: EventStore;
  readonly histories: EventHistories;
  readonly ways: ReadingWays;
  readonly clock: Clock;
  readonly lookbackMs: number;
  /** Told of what is no source's failure. */
  readonly onFailure: (error: unknown) => void;
}

export interface LookUps {
  readonly onDemand: LookupsOnDemand;
  /** Ends them; what was stored stays. */
  stop(): Promise<void>;
}

/** Look-ups for whom somebody looks at, and behind them for each new session where nothing is scanned. */
export function startLookUps(options: LookUpsOptions): LookUps {
  const { store, histories, clock } = options;
  const abort = new AbortController();
  const { signal } = abort;
  const desk = new LookupDesk({ store, histories, clock, signal });
  const sessions = lookUpSessions({ ...options, desk, signal });
  return {
    onDemand: createLookupsOnDemand({ ...options, desk, signal }),
    async stop() {
      abort.abort();
      await sessions;
    },
  };
}
