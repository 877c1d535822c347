import type { Metadata } from "next";
import { MappingUseScreen } from "@/components/questions/mapping-use/mapping-use-screen";
import { ClusterField } from "@/components/questions/question-fields";
import { QuestionPage } from "@/components/questions/question-page";
import { UnknownClusterLine } from "@/components/questions/unknown-cluster-line";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadMappingUse } from "@/lib/search-params/questions/mapping-use-query";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Is anyone still using this mapping?" };

interface MappingUsePageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function MappingUsePage({ searchParams }: MappingUsePageProps) {
  const { nowMs, clusters } = await loadCoverage();
  const { params, problems, query, cluster } = loadMappingUse(toUrlSearchParams(await searchParams), nowMs);
  const answer = query === null ? null : await getInvestigations().mappingUse(currentViewer(), query);
  return (
    <QuestionPage
      slug="mapping-use"
      params={params}
      problems={problems}
      fields={<ClusterField clusters={clusters} chosen={cluster} />}
    >
      {query !== null && answer === null ? <UnknownClusterLine cluster={query.cluster} /> : null}
      {query === null || answer === null ? null : (
        <MappingUseScreen answer={answer} cluster={query.cluster} />
      )}
    </QuestionPage>
  );
}
