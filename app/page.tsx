import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ParameterNotice } from "@/components/attempts/parameter-notice";
import { OverviewScreen } from "@/components/overview/overview-screen";
import { getQueryClient } from "@/components/shell/query-client";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { overviewQuery } from "@/lib/search-params/overview/overview-query";
import { loadOverviewView } from "@/lib/search-params/overview/overview-view";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";

interface OverviewPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The layout's template is for the pages below it. */
export const metadata: Metadata = { title: { absolute: "Overview · Gatebook" } };

export default async function OverviewPage({ searchParams }: OverviewPageProps) {
  const { range, lastMs, problems } = loadOverviewView(toUrlSearchParams(await searchParams));
  const client = getQueryClient();
  client.setQueryData(
    overviewQuery(range).queryKey,
    await getInvestigations().reportOverview(currentViewer(), { lastMs }),
  );
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ParameterNotice problems={problems} />
      <OverviewScreen range={range} />
    </HydrationBoundary>
  );
}
