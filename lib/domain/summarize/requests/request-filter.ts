import type { RequestOutcome } from "../../correlate/kube-request";
import type { TimeRange } from "../../time/time-range";

/** What requests are filtered and counted by, in the order it is shown. */
export const REQUEST_FACETS = ["outcome", "verb", "resource", "namespace", "username", "cluster"] as const;
export type RequestFacet = (typeof REQUEST_FACETS)[number];

/** Any of the values within a name, all of the names together; an empty list leaves the name free. */
export interface RequestFilter {
  readonly range: TimeRange;
  readonly outcome: readonly RequestOutcome[];
  readonly verb: readonly string[];
  readonly resource: readonly string[];
  readonly namespace: readonly string[];
  readonly username: readonly string[];
  readonly cluster: readonly string[];
  /** Of the object. */
  readonly name: readonly string[];
  /** Such as `exec` of `pods/exec`; absent = any, or none. */
  readonly subresource?: readonly string[];
  /** Substring, case ignored, over what a request says of object, caller, client and path. */
  readonly text: string;
}

/** All of them left free. */
export const NO_REQUEST_FACETS = {
  outcome: [],
  verb: [],
  resource: [],
  namespace: [],
  username: [],
  cluster: [],
  name: [],
} as const satisfies Omit<RequestFilter, "range" | "text">;
