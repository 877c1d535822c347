import type { SeenCaller } from "@/lib/domain/explain/mapped/seen-caller";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { SeenHolders } from "@/lib/domain/summarize/questions/who-is-behind/seen-holder";
import type { Meaning } from "@/lib/domain/parse/pasted/meaning";
import type { ClusterUsername, UsernameUse } from "@/lib/domain/summarize/chain/shared-username";
import type { Entrance, EntrancesAsked } from "@/lib/domain/summarize/questions/entrances/entrance";
import type {
  FoundMeaning,
  IdentityFacts,
  IdentityHit,
} from "@/lib/domain/summarize/identities/identity-report";

/** All that is stored of one identity, and which there are. */
export interface IdentityStore {
  /** Those of which something is known, in the order they were asked for. */
  findMeanings(meanings: readonly Meaning[]): Promise<FoundMeaning[]>;
  /** Names that hold the text, or else look like it, `limit` at most; without a text the most active, `limit` of each kind. */
  nearIdentities(text: string, limit: number): Promise<IdentityHit[]>;
  /** Who came as each of these, of all time; the most active of each. */
  usesOf(usernames: readonly ClusterUsername[]): Promise<UsernameUse[]>;
  /** Who made the attempts that match, those of most first. */
  holdersOf(filter: AttemptFilter, limit: number): Promise<SeenHolders>;
  /** Who came to a cluster since then, by whole days of UTC, the most active first; nodes by their role. */
  callersSeen(query: {
    readonly cluster: string;
    readonly sinceMs: EpochMs;
    readonly limit: number;
  }): Promise<SeenCaller[]>;
  /** Who came in to a cluster within a range, by stretches of time, the most active first. */
  entrances(query: EntrancesAsked): Promise<Entrance[]>;
  /** Of all time; null = no attempt is its. */
  readIdentity(identity: IdentityRef): Promise<IdentityFacts | null>;
}
