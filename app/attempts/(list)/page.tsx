import { dehydrate, HydrationBoundary, type QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AttemptsScreen } from "@/components/attempts/attempts-screen";
import { getQueryClient } from "@/components/shell/query-client";
import type { AttemptFilter } from "@/lib/domain/summarize/attempts/attempt-filter";
import { currentViewer } from "@/lib/server/access/current-viewer";
import {
  type FrozenList,
  freezeList,
  frozenListQuery,
  listPositionQuery,
  listRowsQuery,
  PAGE_SIZE,
} from "@/lib/search-params/attempts/attempt-list-queries";
import { loadAttemptView } from "@/lib/search-params/attempts/load-attempt-view";
import {
  BUCKETS,
  FACET_LIMIT,
  facetsQuery,
  histogramQuery,
} from "@/lib/search-params/attempts/attempt-counts-queries";
import { toAttemptFilter } from "@/lib/search-params/attempts/to-attempt-filter";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Attempts" };

interface AttemptsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Asks the engine what the screen would ask the API, and hands the answers over under the same keys. */
export default async function AttemptsPage({ searchParams }: AttemptsPageProps) {
  const { nowMs } = await loadCoverage();
  const { view, atMs } = loadAttemptView(toUrlSearchParams(await searchParams), nowMs);
  const filter = toAttemptFilter(view, nowMs);
  const investigations = getInvestigations();
  const [page, histogram, facets] = await Promise.all([
    investigations.searchAttempts(currentViewer(), { filter, cursor: null, limit: PAGE_SIZE }),
    investigations.countByTime(currentViewer(), { filter, buckets: BUCKETS }),
    investigations.countByFacet(currentViewer(), { filter, limit: FACET_LIMIT }),
  ]);
  const client = getQueryClient();
  const list = freezeList(view, page);
  client.setQueryData(frozenListQuery(view).queryKey, list);
  client.setQueryData(histogramQuery(view).queryKey, histogram);
  client.setQueryData(facetsQuery(view).queryKey, facets);
  if (atMs !== null) await loadPlace(client, { list, filter, atMs });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AttemptsScreen nowMs={nowMs} />
    </HydrationBoundary>
  );
}

interface Place {
  readonly list: FrozenList;
  readonly filter: AttemptFilter;
  readonly atMs: number;
}

/** The rows around the one that the address names. */
async function loadPlace(client: QueryClient, { list, filter, atMs }: Place): Promise<void> {
  const ask = (start: { atMs?: number; position?: number }, limit: number) =>
    getInvestigations().searchAttempts(currentViewer(), { filter, cursor: null, limit, ...start });
  const { position } = await ask({ atMs }, 1);
  const page = Math.floor(position / PAGE_SIZE);
  client.setQueryData(listPositionQuery(list, atMs).queryKey, position);
  if (page === 0) return;
  const { rows } = await ask({ position: page * PAGE_SIZE }, PAGE_SIZE);
  client.setQueryData(listRowsQuery(list, page).queryKey, rows);
}
