import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ClustersScreen } from "@/components/clusters/clusters-screen";
import { getQueryClient } from "@/components/shell/query-client";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { clustersQuery } from "@/lib/search-params/clusters/cluster-queries";
import { getInvestigations } from "@/lib/server/get-investigations";

export const metadata: Metadata = { title: "Clusters" };

export default async function ClustersPage() {
  const client = getQueryClient();
  client.setQueryData(
    clustersQuery().queryKey,
    await getInvestigations().reportClusters(currentViewer(), {}),
  );
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ClustersScreen />
    </HydrationBoundary>
  );
}
