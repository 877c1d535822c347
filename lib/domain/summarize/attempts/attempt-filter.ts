import type { CallerClass, Decision } from "../../correlate/attempt";
import type { IdentityRef } from "../../identity/identity-ref";
import type { TimeRange } from "../../time/time-range";

/** The values one can filter and count by, in the order they are shown. */
export const FACET_NAMES = [
  "decision",
  "reason",
  "class",
  "origin",
  "cluster",
  "username",
  "group",
  "role",
  "session",
  "account",
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** What one can search by beside the facets: it is not counted. */
export const MORE_KEYS = ["address", "key", "principal", "text"] as const;
export type FilterKey = FacetName | (typeof MORE_KEYS)[number];

/**
 * A value with gaps, as the stretches of text between them: `["alice"]` is alice, `["ali", ""]` whatever begins with ali.
 * Without a gap it is compared as it is, with one case plays no part. Never empty.
 */
export type ValuePattern = readonly string[];

/**
 * One more thing that is asked. A facet's, not excluded, adds to the values of that facet: any of them. All else must hold
 * together. `text` stands anywhere.
 */
export interface FilterTerm {
  readonly key: FilterKey;
  readonly pattern: ValuePattern;
  readonly excluded: boolean;
}

/** Any of the values within a name, all of the names together; an empty list leaves the name free. */
export interface AttemptFilter {
  readonly range: TimeRange;
  readonly decision: readonly Decision[];
  /** Codes of reasons, or words of the error text; see reasonMatches. */
  readonly reason: readonly string[];
  /** Kinds of origins; of an attempt that is not traced yet, what its lines show. */
  readonly class: readonly CallerClass[];
  /** Names of origins, or Identity Center's user ids where no name is known. */
  readonly origin: readonly string[];
  readonly cluster: readonly string[];
  readonly username: readonly string[];
  readonly group: readonly string[];
  /** Role or user name without account and path; see roleNameOf. */
  readonly role: readonly string[];
  readonly session: readonly string[];
  readonly account: readonly string[];
  /** Substring, case ignored, over the facet values, ARNs, access key id and error text. */
  readonly text: string;
  /** What the lists and the text cannot say: exclusions, gaps and further keys; absent = nothing. */
  readonly where?: readonly FilterTerm[];
  /** Only what this one did. */
  readonly identity?: IdentityRef | null;
  /** "fold" leaves out the classes node and aws, unless `class` asks for them. */
  readonly noise: "fold" | "show";
}

/** A filter's facets, all of them left free. */
export const NO_FACETS: Readonly<Record<FacetName, never[]>> = {
  decision: [],
  reason: [],
  class: [],
  origin: [],
  cluster: [],
  username: [],
  group: [],
  role: [],
  session: [],
  account: [],
};
