import type { CallerClass, Decision } from "../../correlate/attempt";
import type { IdentityRef } from "../../identity/identity-ref";
import type { TimeRange } from "../../time/time-range";

/** The values one can filter and count by, in the order they are shown. */
export const FACET_NAMES = [
  "decision",
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

/** Any of the values within a name, all of the names together; an empty list leaves the name free. */
export interface AttemptFilter {
  readonly range: TimeRange;
  readonly decision: readonly Decision[];
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
  /** Only what this one did. */
  readonly identity?: IdentityRef | null;
  /** "fold" leaves out the classes node and aws, unless `class` asks for them. */
  readonly noise: "fold" | "show";
}

/** A filter's facets, all of them left free. */
export const NO_FACETS = {
  decision: [],
  class: [],
  origin: [],
  cluster: [],
  username: [],
  group: [],
  role: [],
  session: [],
  account: [],
} as const satisfies Pick<AttemptFilter, FacetName>;
