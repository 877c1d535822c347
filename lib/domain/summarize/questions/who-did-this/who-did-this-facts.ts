import type { FacetCount } from "../../attempts/attempt-counts";
import type { TracedRequest } from "../../requests/request-page";
import type { Gathered } from "../who-is-behind/gather-behind";
import type { WhoDidThisQuery } from "./who-did-this-query";

/** All that was gathered of something that was done. */
export interface WhoDidThisFacts {
  readonly query: WhoDidThisQuery;
  /** The newest requests that match. */
  readonly rows: readonly TracedRequest[];
  readonly total: number;
  /** Requests that may have done it without naming the object: the newest. */
  readonly also: readonly TracedRequest[];
  /** Of the same object and time, whatever was done. */
  readonly verbs: readonly Pick<FacetCount, "value" | "count">[];
  /** How many match but for the name; but for the time, over the longest there is. */
  readonly anyName: number;
  readonly anyTime: number;
  /** Who had been let in, where nothing matches. */
  readonly letIn: readonly Gathered[];
  readonly moreLetIn: number;
  /** Of the cluster that is asked about, or of the only one; null = not known. */
  readonly region: string | null;
  readonly unread: readonly string[];
}
