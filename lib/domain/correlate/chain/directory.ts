import type { DirectoryEntry } from "../../identity/directory-entry";
import type { NameSource } from "./name-source";

/** Who knows people by their ids: the operator's file, and IAM Identity Center's identity store. */
export type DirectorySource = Extract<NameSource, "directory-file" | "identity-store">;

/** What a directory answers about one user id. */
export type DirectoryAnswer =
  | ({ readonly outcome: "found"; readonly from: DirectorySource } & DirectoryEntry)
  /** `unknown-user`: it knows no such user, or none any more. `denied`: IAM does not let us ask. `failed`: AWS did not answer. */
  | {
      readonly outcome: "unknown-user" | "denied" | "failed";
      /** When it is asked again. */
      readonly againMs: number;
      readonly place: UserPlace | null;
    }
  /** Not yet, or nobody can be asked. */
  | { readonly outcome: "not-asked"; readonly place: UserPlace | null };

/** Where Identity Center keeps a user, as records of him tell. */
export interface UserPlace {
  /** `d-1234567890` */
  readonly storeId: string;
  /** Whose Identity Center it is. */
  readonly accountId: string;
  /** Its home Region; null where no record tells it. */
  readonly region: string | null;
}
