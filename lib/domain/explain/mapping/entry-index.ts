import { arnLike } from "../../identity/arn-like";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";

/** By what an entry is found; null = it never is. */
export type KeyOf = (entry: MappingEntry) => string | null;

/** The entries that match one key. */
export interface FoundEntry {
  readonly entry: MappingEntry;
  /**
   * Spellings of one user that differ by case: the authenticator keeps all of them and takes any, differently from request
   * to request (facts: authenticator §4.5).
   */
  readonly rivals: readonly MappingEntry[];
}

/** Entries by key; roles are looked up before users. */
export class EntryIndex {
  readonly #roles = new Map<string, MappingEntry>();
  readonly #users = new Map<string, MappingEntry[]>();
  readonly #patterns = new Map<string, MappingEntry>();

  /** `keepsSpellings`: users who differ by case stay apart, though either is found. */
  constructor(entries: readonly MappingEntry[], keyOf: KeyOf, keepsSpellings: boolean) {
    for (const entry of entries) {
      const key = keyOf(entry);
      if (key === null) continue;
      // Of equal roles the last one counts.
      if (entry.sso !== null) this.#patterns.set(key, entry);
      else if (entry.list === "mapRoles") this.#roles.set(key, entry);
      else this.#users.set(key, [...(keepsSpellings ? this.#othersThan(entry, key) : []), entry]);
    }
  }

  find(key: string): FoundEntry | null {
    const role = this.#roles.get(key) ?? this.#findPattern(key);
    if (role !== undefined) return { entry: role, rivals: [] };
    const [entry, ...rivals] = this.#users.get(key) ?? [];
    return entry === undefined ? null : { entry, rivals };
  }

  /** Of two users of the very same spelling the last one counts. */
  #othersThan({ arn }: MappingEntry, key: string): MappingEntry[] {
    return (this.#users.get(key) ?? []).filter((user) => user.arn !== arn);
  }

  #findPattern(arn: string): MappingEntry | undefined {
    for (const [pattern, entry] of this.#patterns) {
      const like = arnLike(arn, pattern);
      if (like.ok && like.match) return entry;
    }
    return undefined;
  }
}
