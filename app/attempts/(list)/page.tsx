import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AttemptsScreen } from "@/components/attempts/attempts-screen";
import { getQueryClient } from "@/components/shell/query-client";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { loadAttemptView } from "@/lib/search-params/load-attempt-view";
import {
  attemptsQuery,
  BUCKETS,
  FACET_LIMIT,
  facetsQuery,
  histogramQuery,
  PAGE_SIZE,
} from "@/lib/search-params/query-options";
import { toAttemptFilter } from "@/lib/search-params/to-attempt-filter";
import { toUrlSearchParams } from "@/lib/search-params/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Attempts" };

interface AttemptsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Asks the engine what the screen would ask the API, and hands the answers over under the same keys. */
export default async function AttemptsPage({ searchParams }: AttemptsPageProps) {
  const { nowMs } = await loadCoverage();
  const { view } = loadAttemptView(toUrlSearchParams(await searchParams), nowMs);
  const filter = toAttemptFilter(view, nowMs);
  const investigations = getInvestigations();
  const [page, histogram, facets] = await Promise.all([
    investigations.searchAttempts(LOCAL_VIEWER, { filter, cursor: null, limit: PAGE_SIZE }),
    investigations.countByTime(LOCAL_VIEWER, { filter, buckets: BUCKETS }),
    investigations.countByFacet(LOCAL_VIEWER, { filter, limit: FACET_LIMIT }),
  ]);
  const client = getQueryClient();
  client.setQueryData(attemptsQuery(view).queryKey, { pages: [page], pageParams: [null] });
  client.setQueryData(histogramQuery(view).queryKey, histogram);
  client.setQueryData(facetsQuery(view).queryKey, facets);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AttemptsScreen nowMs={nowMs} />
    </HydrationBoundary>
  );
}
