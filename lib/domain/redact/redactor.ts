import { TextCover, ANY_TEXT } from "./cover-text";
import { maskCover } from "./mask-cover";
import { createPseudonymCover, type NameHash } from "./pseudonym-cover";
import { redactJson } from "./redact-json";

/**
 * R0: as it is. R1: key ids and accounts by their last four characters, e-mail addresses masked, addresses as their
 * networks, names of a directory hidden. R2: pseudonyms, no raw records (facts: security §3.4).
 */
export type RedactionLevel = "R0" | "R1" | "R2";

export interface Redactor {
  readonly level: RedactionLevel;
  /** Plain JSON, by the names of its fields and by text: the same keys and types. Total and linear. */
  value<T>(value: T): T;
  /** Also finds the names that were met in earlier values. */
  text(text: string): string;
}

/**
 * @param hash keyed with what is random and of one share: by it the same name is the same pseudonym within the share, and in
 *   no other. Only R2 has pseudonyms.
 */
export function createRedactor(level: "R0" | "R1"): Redactor;
export function createRedactor(level: RedactionLevel, hash: NameHash): Redactor;
export function createRedactor(level: RedactionLevel, hash?: NameHash): Redactor {
  if (level === "R0") return { level, value: (value) => value, text: (text) => text };
  const cover = new TextCover(hash === undefined || level === "R1" ? maskCover : createPseudonymCover(hash));
  const rules = { cover, withoutRaw: level === "R2" };
  return {
    level,
    value: <T>(value: T) => {
      // First the names are learned, wherever they stand; then each of them is found before and after.
      redactJson(value, rules);
      return redactJson(value, rules) as T;
    },
    text: (text) => cover.text(text, ANY_TEXT),
  };
}
