import type { DirectoryEntry } from "@/lib/domain/identity/directory-entry";

/** One identity store of IAM Identity Center. */
export interface UserDirectory {
  /** null = it knows no such user, or none any more. Throws SourceError, or the signal's reason. */
  find(userId: string, signal: AbortSignal): Promise<DirectoryEntry | null>;
}

/** Where users are kept, in a Region that is known. */
export interface DirectoryPlace {
  readonly storeId: string;
  readonly accountId: string;
  readonly region: string;
}

/** The identity stores that can be asked just now. */
export interface UserDirectories {
  /** With the store's own account, else with another one that answers; null = none does yet. */
  at(place: DirectoryPlace): UserDirectory | null;
}
