import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import type { BackEndKind } from "./back-end-modes";

/** What the authenticator makes of a caller. */
export type MappingDecision = MappingGranted | MappingDenied;

export interface MappingGranted {
  readonly outcome: "granted";
  readonly backEnd: BackEndKind;
  /** null: the caller's account is mapped as a whole. */
  readonly entry: MappingEntry | null;
  /** Other spellings of the same user, any of which may decide instead. */
  readonly rivals: readonly MappingEntry[];
  readonly username: string;
  readonly groups: readonly string[];
  /** An instance's name, which only EC2 knows, still stands as its template. */
  readonly isOpen: boolean;
  /** Entries that were found before and did not let in. */
  readonly refused: readonly RefusedEntry[];
}

export interface MappingDenied {
  readonly outcome: "denied";
  /** The `error=` that the authenticator prints. */
  readonly error: string;
  readonly refused: readonly RefusedEntry[];
}

/** An entry that was found and did not let in. Only after `other-arn` are the next back ends asked. */
export interface RefusedEntry {
  readonly backEnd: BackEndKind;
  readonly entry: MappingEntry;
  readonly because: "other-arn" | "template" | "reserved-username";
}
