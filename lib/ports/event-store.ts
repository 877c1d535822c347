import type { ConfigurationStore } from "./configuration-store";
import type { StorageReport, StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { AttemptStore } from "./attempt-store";
import type { DirectoryStore } from "./directory-store";
import type { IdentityStore } from "./identity-store";
import type { LookupStore } from "./lookup-store";
import type { OverviewStore } from "./overview-store";
import type { ReadingStore } from "./reading-store";
import type { RequestStore } from "./request-store";

/** The events and what is derived from them: all of it can be rebuilt from the sources. */
export interface EventStore
  extends ReadingStore,
    LookupStore,
    DirectoryStore,
    AttemptStore,
    IdentityStore,
    RequestStore,
    OverviewStore,
    ConfigurationStore {
  coverage(): Promise<StoredCoverage[]>;
  storage(): Promise<StorageReport>;
  /**
   * Removes the raw records, lines and events of the days before an instant; what is derived from them stays, and is
   * not derived anew. Days that are not derived yet are left. Gives how many days went.
   */
  forgetRecords(beforeMs: EpochMs): Promise<number>;
  /** Stores the raw records of days before an instant more tightly. Gives how often there was something to do. */
  mergeRecords(beforeMs: EpochMs): Promise<number>;
  /** Raw records before this instant may be gone; null = none are. */
  recordsKeptFrom(): Promise<EpochMs | null>;
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}
