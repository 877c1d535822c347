import { KIND_WORDS } from "@/components/identity/identity-words";
import { REASONS_OF_LOG } from "@/lib/domain/explain/reasons/reasons-of-log";
import { type IdentityKind, printIdentityId } from "@/lib/domain/identity/identity-ref";
import type { Facets } from "@/lib/domain/summarize/attempts/attempt-counts";
import { FACET_NAMES, type FacetName } from "@/lib/domain/summarize/attempts/attempt-filter";
import type { Completion } from "@/lib/domain/summarize/attempts/search-language/complete-search";
import { printValue } from "@/lib/domain/summarize/attempts/search-language/print-search";
import {
  findSearchKey,
  SEARCH_KEYS,
  type SearchKey,
} from "@/lib/domain/summarize/attempts/search-language/search-key";
import type { IdentityHit } from "@/lib/domain/summarize/identities/identity-report";
import { KEY_TITLES } from "../../facets/key-words";

/** Something that what is being written may be meant to become. */
export interface Suggestion {
  /** What takes the place of what is written. */
  readonly insert: string;
  readonly value: string;
  readonly note: string;
  /** Attempts, under the other filters or in all; null = not counted. */
  readonly count: number | null;
}

interface Known {
  readonly facets: Facets["facets"] | undefined;
  /** Names near what is written. */
  readonly near: readonly IdentityHit[];
}

const MOST = 10;
const MOST_VALUES = 6;

/** What could be meant, the likeliest first: keys, then values of facets with their counts, then names that are known. */
export function suggest({ key, written }: Completion, known: Known): Suggestion[] {
  if (key !== null) return valuesOf(key, written, known).slice(0, MOST);
  const keys = keysLike(written);
  if (written === "") return keys;
  const values = FACET_NAMES.flatMap((name) => facetValues(name, written, known.facets).map(withKey(name)))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .slice(0, MOST_VALUES);
  return [...keys, ...values, ...known.near.map(toIdentity).map(withKey("identity"))].slice(0, MOST);
}

function keysLike(written: string): Suggestion[] {
  const alias = findSearchKey(written);
  return SEARCH_KEYS.filter((key) => key !== "text")
    .filter((key) => key.startsWith(written.toLowerCase()) || key === alias)
    .map((key) => ({ insert: `${key}:`, value: `${key}:`, note: KEY_TITLES[key], count: null }));
}

function valuesOf(key: SearchKey, written: string, { facets, near }: Known): Suggestion[] {
  if (key === "identity") return near.map(toIdentity);
  if (key === "reason") return reasonsLike(written, facets);
  const values = isFacet(key) ? facetValues(key, written, facets) : [];
  const taken = new Set(values.map(({ value }) => value));
  const kinds: readonly IdentityKind[] = Object.hasOwn(KINDS, key) ? (KINDS[key] ?? []) : [];
  const names = near.filter(({ kind, value }) => kinds.includes(kind) && !taken.has(value));
  return [...values, ...names.map(toValue)];
}

/** Under which names the values of a key are known. */
const KINDS: Partial<Record<SearchKey, readonly IdentityKind[]>> = {
  origin: ["person", "workload", "ci"],
  username: ["username"],
  group: ["group"],
  session: ["person"],
  account: ["account"],
  principal: ["role", "user", "unique-id"],
};

function facetValues(name: FacetName, written: string, facets: Known["facets"]): Suggestion[] {
  const asked = written.toLowerCase();
  return (facets?.[name].values ?? [])
    .filter(({ value }) => value !== "" && value.toLowerCase().includes(asked))
    .map(({ value, count }) => ({ insert: printValue([value]), value, note: KEY_TITLES[name], count }));
}

/** Those that were met come first. */
function reasonsLike(written: string, facets: Known["facets"]): Suggestion[] {
  const asked = written.toLowerCase();
  const counts = new Map(facets?.reason.values.map(({ value, count }) => [value, count]));
  return REASONS_OF_LOG.filter(
    ({ code, title }) => code.includes(asked) || title.toLowerCase().includes(asked),
  )
    .map(({ code, title }) => ({ insert: code, value: code, note: title, count: counts.get(code) ?? null }))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
}

function toIdentity({ kind, value, attempts }: IdentityHit): Suggestion {
  const insert = printValue([printIdentityId({ kind, value })]);
  return { insert, value, note: `Identity: ${KIND_WORDS[kind]}`, count: attempts };
}

function toValue({ kind, value, attempts }: IdentityHit): Suggestion {
  return { insert: printValue([value]), value, note: KIND_WORDS[kind], count: attempts };
}

function withKey(key: SearchKey): (suggestion: Suggestion) => Suggestion {
  return (suggestion) => ({ ...suggestion, insert: `${key}:${suggestion.insert}` });
}

function isFacet(key: SearchKey): key is FacetName {
  return (FACET_NAMES as readonly string[]).includes(key);
}
