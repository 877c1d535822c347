import type { LookupKey } from "../../correlate/lookups/lookup";
import type { EpochMs } from "../../time/time-range";
import type { SourceProblem } from "../coverage/coverage-report";

/** What is, or was, looked up in event histories for what a chain lacks. */
export interface ChainLookups {
  /** `none`: nothing was asked for; `looking`: more may be found any moment; `done`: what was asked is answered. */
  readonly state: "none" | "looking" | "done";
  /** In the order they were asked. */
  readonly asked: readonly AskedLookup[];
  /** Records that were new. */
  readonly found: number;
  readonly problems: readonly LookupProblem[];
  /** When it is worth looking once more, since events of the last minutes may still come; null = it is not. */
  readonly againMs: EpochMs | null;
}

export interface AskedLookup {
  readonly accountId: string;
  readonly region: string;
  readonly by: LookupKey;
  readonly value: string;
  readonly state: "looking" | "answered" | "failed";
  /** Events that the answer held, new or not. */
  readonly found: number;
}

export interface LookupProblem {
  readonly accountId: string;
  readonly region: string;
  readonly problem: SourceProblem;
}

export const NO_LOOKUPS: ChainLookups = { state: "none", asked: [], found: 0, problems: [], againMs: null };
