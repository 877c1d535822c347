import type { DirectoryAnswer, UserPlace } from "@/lib/domain/correlate/chain/directory";
import type { DirectoryEntry, FileEntry } from "@/lib/domain/identity/directory-entry";
import type { EpochMs } from "@/lib/domain/time/time-range";

/** Somebody behind attempts whose name is not known, and where Identity Center keeps him. */
export interface UserToName {
  readonly userId: string;
  readonly place: UserPlace;
}

/** What came of asking an identity store. */
export interface AskedUser {
  readonly userId: string;
  readonly answer:
    | { readonly outcome: "found"; readonly entry: DirectoryEntry }
    | { readonly outcome: "unknown-user" | "denied" | "failed" };
  /** Then it is asked again. */
  readonly untilMs: EpochMs;
}

/** Whom directories are asked about. */
export interface KnownPerson {
  readonly userIds: readonly string[];
  readonly iamUsers: readonly string[];
}

/** What directories say of people. */
export interface DirectoryStore {
  /** By user id and by IAM user, the operator's file first. User ids of which nothing is known say so, users of IAM are absent. */
  directoryOf(people: KnownPerson): Promise<ReadonlyMap<string, readonly DirectoryAnswer[]>>;
  /** Takes the place of the file as it was. */
  replaceDirectoryFile(entries: readonly FileEntry[]): Promise<void>;
  /** People behind attempts to ask Identity Center about now; those of whom no record tells where are left out. */
  usersToName(nowMs: EpochMs, limit: number): Promise<UserToName[]>;
  keepUsers(users: readonly AskedUser[]): Promise<void>;
}
