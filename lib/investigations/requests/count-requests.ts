import type { RequestFilter } from "@/lib/domain/summarize/requests/request-filter";
import type { RequestFacets } from "@/lib/domain/summarize/requests/request-page";
import type { Viewer } from "@/lib/ports/viewer";
import { checkLimit } from "../check-limit";
import type { InvestigationContext } from "../investigation-context";

const MOST_VALUES = 500;

/** How often each value occurs among the requests that match. Throws InvalidQuery. */
export async function countRequests(
  _viewer: Viewer,
  { filter, limit }: { readonly filter: RequestFilter; readonly limit: number },
  { store }: InvestigationContext,
): Promise<RequestFacets> {
  checkLimit(limit, MOST_VALUES);
  return store.countRequestFacets(filter, limit);
}
