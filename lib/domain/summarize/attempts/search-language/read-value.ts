import { CALLER_CLASSES } from "../../../correlate/attempt";
import { IDENTITY_KINDS, LONGEST_VALUE, parseIdentityId } from "../../../identity/identity-ref";
import { nearestWord } from "../../../identity/nearest-word";
import type { FilterKey, ValuePattern } from "../attempt-filter";
import type { SearchKey } from "./search-key";
import { lengthOf, literalOf, matchesPattern } from "./value-pattern";

/** The longest text; the API takes no longer one. */
export const LONGEST_TEXT = 256;

const CHOICES: Partial<Record<SearchKey, readonly string[]>> = {
  decision: ["granted", "denied"],
  class: CALLER_CLASSES,
};

/** The values that a key can have; null = any. */
export function choicesOf(key: SearchKey): readonly string[] | null {
  return Object.hasOwn(CHOICES, key) ? (CHOICES[key] ?? null) : null;
}

interface ReadValue {
  readonly pattern: ValuePattern;
  /** Why it cannot be asked for; null = it can. */
  readonly problem: string | null;
}

/** A value as its key has it. */
export function readValue(key: SearchKey, written: ValuePattern, excluded: boolean): ReadValue {
  const pattern = key === "text" ? withoutEnds(written) : written;
  return key === "identity"
    ? { pattern, problem: identityProblem(pattern, excluded) }
    : readFilterValue(key, pattern);
}

/** The same of what filters know. */
export function readFilterValue(key: FilterKey, pattern: ValuePattern): ReadValue {
  const choices = choicesOf(key);
  if (literalOf(pattern) === "") return { pattern, problem: "There is no value." };
  const longest = key === "text" ? LONGEST_TEXT : LONGEST_VALUE;
  if (lengthOf(pattern) > longest) return { pattern, problem: `It is longer than ${longest} characters.` };
  return choices === null ? { pattern, problem: null } : readChoice(pattern, choices);
}

function readChoice(pattern: ValuePattern, choices: readonly string[]): ReadValue {
  const literal = literalOf(pattern)?.toLowerCase() ?? null;
  if (literal === null) {
    const problem = choices.some((choice) => matchesPattern(pattern, choice)) ? null : among(choices, null);
    return { pattern, problem };
  }
  const problem = choices.includes(literal) ? null : among(choices, nearestWord(literal, choices));
  return { pattern: problem === null ? [literal] : pattern, problem };
}

function identityProblem(pattern: ValuePattern, excluded: boolean): string | null {
  if (excluded) return "An identity cannot be excluded; its names can.";
  const text = literalOf(pattern);
  if (text === null) return "An identity is named whole, without *.";
  if (text === "") return "There is no value.";
  const near = nearestWord(text.split(":", 1)[0]?.slice(0, 100) ?? "", IDENTITY_KINDS);
  if (parseIdentityId(text) !== null) return null;
  return `An identity is written kind:name${near === null ? ", like person:alice" : `, like ${near}:name`}.`;
}

/** A text may stand anywhere: nothing is said by a gap at its ends. */
function withoutEnds(pattern: ValuePattern): ValuePattern {
  const parts = pattern.filter((part) => part !== "");
  return parts.length === 0 ? [""] : parts;
}

function among(choices: readonly string[], near: string | null): string {
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  return `It must be one of ${choices.join(", ")}.${meant}`;
}
