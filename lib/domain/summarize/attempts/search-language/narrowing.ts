import { type IdentityRef, parseIdentityId, printIdentityId } from "../../../identity/identity-ref";
import {
  type AttemptFilter,
  FACET_NAMES,
  type FacetName,
  type FilterTerm,
  NO_FACETS,
} from "../attempt-filter";
import { printTerm } from "./print-search";
import type { SearchTerm } from "./search-term";
import { literalOf } from "./value-pattern";

/** What narrows a filter, but for time and noise: what a search can say. */
export interface Narrowing extends Pick<AttemptFilter, FacetName | "text"> {
  readonly where: readonly FilterTerm[];
  readonly identity: IdentityRef | null;
}

/** What a search asks of a filter. A plain value of a facet goes to the facet's own list, the first plain word to the text. */
export function toNarrowing(terms: readonly SearchTerm[]): Narrowing {
  const lists: Record<string, string[]> = Object.fromEntries(FACET_NAMES.map((name) => [name, []]));
  const where = new Map<string, FilterTerm>();
  let text = "";
  let identity: IdentityRef | null = null;
  for (const { key, pattern, excluded } of terms) {
    const literal = excluded ? null : literalOf(pattern);
    if (key === "identity") identity = parseIdentityId(literal ?? "");
    else if (literal !== null && Object.hasOwn(lists, key)) lists[key]?.push(literal);
    else if (literal !== null && key === "text" && text === "") text = literal;
    else if (literal === null || key !== "text" || literal !== text) {
      const term = { key, pattern, excluded };
      where.set(printTerm(term), term);
    }
  }
  const facets = Object.fromEntries(FACET_NAMES.map((name) => [name, sorted(lists[name] ?? [])]));
  const others = sorted([...where.keys()]).flatMap((printed) => where.get(printed) ?? []);
  return { ...NO_FACETS, ...facets, text, identity, where: others };
}

/** The terms that ask for it, in the order they are shown: exclusions of a key stand behind its values, texts last. */
export function termsOf(narrowing: Narrowing): SearchTerm[] {
  const { identity, text, where } = narrowing;
  const ofFacets = FACET_NAMES.flatMap((key): SearchTerm[] => [
    ...narrowing[key].map((value) => ({ key, pattern: [value], excluded: false })),
    ...where.filter((term) => term.key === key && !term.excluded),
    ...where.filter((term) => term.key === key && term.excluded),
  ]);
  const isOther = ({ key }: FilterTerm) => !(FACET_NAMES as readonly string[]).includes(key);
  const others = where.filter(isOther);
  return [
    ...ofFacets,
    ...others.filter(({ key }) => key !== "text"),
    ...(identity === null
      ? []
      : [{ key: "identity" as const, pattern: [printIdentityId(identity)], excluded: false }]),
    ...(text === "" ? [] : [{ key: "text" as const, pattern: [text], excluded: false }]),
    ...others.filter(({ key }) => key === "text"),
  ];
}

/** The same in the one form that all who ask for the same share. */
export function tidyNarrowing(narrowing: Narrowing): Narrowing {
  return toNarrowing(termsOf(narrowing));
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
