import fc from "fast-check";
import { CALLER_CLASSES } from "../domain/correlate/attempt";
import { IDENTITY_KINDS } from "../domain/identity/identity-ref";
import { FACET_NAMES, type FilterTerm, MORE_KEYS } from "../domain/summarize/attempts/attempt-filter";
import { toPattern } from "../domain/summarize/attempts/search-language/value-pattern";
import type { SearchTerm } from "../domain/summarize/attempts/search-language/search-term";

const FIXED = ["decision", "class", "text"] as const;
const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom(
    "OR",
    "-a",
    "a:b",
    "role:x",
    'say "x"',
    "(a, b)",
    "\\*",
    "system:masters",
    "\u202eevil",
    "a\tb\n",
  ),
);
const filled = piece.filter((text) => text !== "");
const aPattern = fc.oneof(
  filled.map((text) => [text]),
  fc.array(piece, { minLength: 2, maxLength: 4 }).map(toPattern),
);
const excluded = fc.boolean();

/** A term that a filter can hold. */
export const aFilterTerm: fc.Arbitrary<FilterTerm> = fc.oneof(
  fc.record({
    key: fc.constant("decision" as const),
    pattern: fc.constantFrom(["denied"], ["g", ""]),
    excluded,
  }),
  fc.record({
    key: fc.constant("class" as const),
    pattern: fc.constantFrom(...CALLER_CLASSES).map((name) => [name]),
    excluded,
  }),
  fc.record({
    key: fc.constant("text" as const),
    pattern: fc.array(filled, { minLength: 1, maxLength: 3 }),
    excluded,
  }),
  fc.record({
    key: fc.constantFrom(
      ...[...FACET_NAMES, ...MORE_KEYS].filter((key) => !(FIXED as readonly string[]).includes(key)),
    ),
    pattern: aPattern,
    excluded,
  }),
);

const anIdentityTerm: fc.Arbitrary<SearchTerm> = fc
  .tuple(fc.constantFrom(...IDENTITY_KINDS), filled)
  .map(([kind, value]) => ({ key: "identity", pattern: [`${kind}:${value}`], excluded: false }));

/** Terms of a search: of a filter, and one identity at most. */
export const someTerms: fc.Arbitrary<SearchTerm[]> = fc
  .tuple(fc.array(aFilterTerm, { maxLength: 8 }), fc.option(anIdentityTerm))
  .map(([terms, identity]) => (identity === null ? terms : [...terms, identity]));
