import type { Metadata } from "next";
import { ClusterField, TimeFields } from "@/components/questions/question-fields";
import { QuestionPage } from "@/components/questions/question-page";
import { UnknownClusterLine } from "@/components/questions/unknown-cluster-line";
import { DeedFields } from "@/components/questions/who-did-this/deed-fields";
import { WhoDidThisScreen } from "@/components/questions/who-did-this/who-did-this-screen";
import { NO_REQUEST_FACETS } from "@/lib/domain/summarize/requests/request-filter";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { loadWhoDidThis } from "@/lib/search-params/questions/who-did-this-query";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Who did this?" };

interface WhoDidThisPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Values of each field that are offered. */
const OFFERED = 30;

export default async function WhoDidThisPage({ searchParams }: WhoDidThisPageProps) {
  const { nowMs, clusters } = await loadCoverage();
  const { params, problems, query, cluster, range, fallback } = loadWhoDidThis(
    toUrlSearchParams(await searchParams),
    nowMs,
  );
  const investigations = getInvestigations();
  const all = { ...NO_REQUEST_FACETS, range, text: "" };
  const [answer, facets] = await Promise.all([
    query === null ? null : investigations.whoDidThis(currentViewer(), query),
    investigations.countRequests(currentViewer(), { filter: all, limit: OFFERED }),
  ]);
  return (
    <QuestionPage
      slug="who-did-this"
      params={params}
      problems={problems}
      fields={
        <>
          <DeedFields params={params} facets={facets} />
          <ClusterField clusters={clusters} chosen={cluster} any="Any" />
          <TimeFields params={params} fallback={fallback} />
        </>
      }
    >
      {query !== null && answer === null ? <UnknownClusterLine cluster={query.cluster ?? ""} /> : null}
      {query === null || answer === null ? null : (
        <WhoDidThisScreen answer={answer} asked={query} params={params} />
      )}
    </QuestionPage>
  );
}
