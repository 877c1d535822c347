/** What a value names; at R2 the first part of its pseudonym. */
export type ValueKind =
  | "person"
  | "user"
  | "session"
  | "role"
  | "group"
  | "cluster"
  | "namespace"
  | "workload"
  | "node"
  | "resource"
  | "account"
  | "key"
  | "id"
  | "address"
  | "name";

/** What becomes of a value at one level. */
export interface Cover {
  /** Of a value that is known by its shape; null = it stays. */
  shaped(kind: ValueKind, value: string): string | null;
  /** Of a value that is known by the field it stands in; `isListed`: a directory tells it. null = it stays. */
  named(kind: ValueKind, value: string, isListed: boolean): string | null;
  /** Whether a word tells nothing about anybody, as it stands. */
  keeps(word: string): boolean;
  /** Other spellings of an e-mail address or a name, each with what replaces it. */
  variants(kind: ValueKind, value: string): readonly (readonly [string, string])[];
}
