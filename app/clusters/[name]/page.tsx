import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClusterAccess } from "@/components/access/cluster-access";
import { ClusterSections } from "@/components/access/cluster-sections";
import { ClusterScreen } from "@/components/clusters/cluster-screen";
import { getQueryClient } from "@/components/shell/query-client";
import { toVisibleString } from "@/components/ui/visible-text";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { clusterQuery } from "@/lib/search-params/clusters/cluster-queries";
import { readPathName } from "@/lib/search-params/parameters/read-path-name";
import { getInvestigations } from "@/lib/server/get-investigations";

interface ClusterPageProps {
  readonly params: Promise<{ readonly name: string }>;
}

const loadCluster = cache((name: string) => getInvestigations().reportCluster(currentViewer(), { name }));

const loadConfiguration = (cluster: string) =>
  getInvestigations().reportConfiguration(currentViewer(), { cluster });

export async function generateMetadata({ params }: ClusterPageProps): Promise<Metadata> {
  const report = await loadCluster(readPathName((await params).name));
  return { title: report === null ? "Not found" : toVisibleString(report.summary.cluster) };
}

export default async function ClusterPage({ params }: ClusterPageProps) {
  const name = readPathName((await params).name);
  const [report, configuration] = await Promise.all([loadCluster(name), loadConfiguration(name)]);
  if (report === null || configuration === null) notFound();
  const client = getQueryClient();
  client.setQueryData(clusterQuery(name).queryKey, report);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ClusterScreen name={name}>
        <ClusterSections cluster={name} />
        <ClusterAccess report={configuration} />
      </ClusterScreen>
    </HydrationBoundary>
  );
}
