import type { Metadata } from "next";
import { ClusterField, TimeFields } from "@/components/questions/question-fields";
import { QuestionPage } from "@/components/questions/question-page";
import { UnknownClusterLine } from "@/components/questions/unknown-cluster-line";
import { WhatChangedScreen } from "@/components/questions/what-changed/what-changed-screen";
import { TextField } from "@/components/ui/text-field";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { loadWhatChanged } from "@/lib/search-params/questions/what-changed-query";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "What changed before the denials began?" };

interface WhatChangedPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function WhatChangedPage({ searchParams }: WhatChangedPageProps) {
  const { nowMs, clusters } = await loadCoverage();
  const { params, problems, query, cluster, fallback } = loadWhatChanged(
    toUrlSearchParams(await searchParams),
    nowMs,
  );
  const answer = query === null ? null : await getInvestigations().whatChanged(currentViewer(), query);
  return (
    <QuestionPage
      slug="what-changed"
      params={params}
      problems={problems}
      fields={
        <>
          <ClusterField clusters={clusters} chosen={cluster} />
          <TextField
            label="Who, if only somebody"
            name="who"
            value={params.get("who") ?? ""}
            placeholder="anybody who was denied"
            wide
          />
          <TimeFields params={params} fallback={fallback} />
        </>
      }
    >
      {query !== null && answer === null ? <UnknownClusterLine cluster={query.cluster} /> : null}
      {query === null || answer === null ? null : (
        <WhatChangedScreen answer={answer} cluster={query.cluster} />
      )}
    </QuestionPage>
  );
}
