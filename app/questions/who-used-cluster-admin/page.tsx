import type { Metadata } from "next";
import { ClusterField, TimeFields } from "@/components/questions/question-fields";
import { QuestionPage } from "@/components/questions/question-page";
import { UnknownClusterLine } from "@/components/questions/unknown-cluster-line";
import { ClusterAdminScreen } from "@/components/questions/who-used-cluster-admin/cluster-admin-screen";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadClusterAdmin } from "@/lib/search-params/questions/cluster-admin-query";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Who used cluster-admin?" };

interface ClusterAdminPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function ClusterAdminPage({ searchParams }: ClusterAdminPageProps) {
  const { nowMs, clusters } = await loadCoverage();
  const { params, problems, query, cluster, fallback } = loadClusterAdmin(
    toUrlSearchParams(await searchParams),
    nowMs,
  );
  const answer = query === null ? null : await getInvestigations().clusterAdmin(currentViewer(), query);
  return (
    <QuestionPage
      slug="who-used-cluster-admin"
      params={params}
      problems={problems}
      fields={
        <>
          <ClusterField clusters={clusters} chosen={cluster} />
          <TimeFields params={params} fallback={fallback} />
        </>
      }
    >
      {query !== null && answer === null ? <UnknownClusterLine cluster={query.cluster} /> : null}
      {query === null || answer === null ? null : <ClusterAdminScreen answer={answer} asked={query} />}
    </QuestionPage>
  );
}
