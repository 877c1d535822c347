import { SHOWN_MS } from "@/lib/domain/summarize/clusters/summarize-cluster";
import type { SourceCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import type { LogPulse } from "@/lib/domain/summarize/coverage/log-pulse";
import type { Clock } from "@/lib/ports/clock";
import type { EventStore } from "@/lib/ports/event-store";

const FRESH_MS = 60_000;
const GROWTH = 1.1;

/** How the logs of these sources beat. */
export type PulseReader = (sources: readonly SourceCoverage[]) => Promise<readonly LogPulse[]>;

interface Known {
  readonly atMs: number;
  readonly records: number;
  readonly pulses: Promise<readonly LogPulse[]>;
}

/**
 * Asks the store for the logs' pulses at most once a minute, or when the logs have grown by a tenth: every page wants
 * them, and they change slowly once the first reading is done.
 */
export function rememberPulses(store: EventStore, clock: Clock): PulseReader {
  let known: Known | null = null;
  return (sources) => {
    const atMs = clock.now();
    const records = sources.reduce((sum, source) => sum + source.records, 0);
    const fresh = known !== null && atMs - known.atMs < FRESH_MS && records <= known.records * GROWTH;
    if (known !== null && fresh) return known.pulses;
    const pulses = store.logPulses(atMs - SHOWN_MS);
    known = { atMs, records, pulses };
    pulses.catch(() => {
      known = null;
    });
    return pulses;
  };
}
