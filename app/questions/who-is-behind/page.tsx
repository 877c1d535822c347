import type { Metadata } from "next";
import { ClusterField, TimeFields } from "@/components/questions/question-fields";
import { QuestionPage } from "@/components/questions/question-page";
import { UnknownClusterLine } from "@/components/questions/unknown-cluster-line";
import { WhoIsBehindScreen } from "@/components/questions/who-is-behind/who-is-behind-screen";
import { TextField } from "@/components/ui/text-field";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { loadWhoIsBehind } from "@/lib/search-params/questions/who-is-behind-query";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Who is behind a name?" };

interface WhoIsBehindPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** A line of the authenticator's log, or a record. */
const LONGEST = 4_096;

export default async function WhoIsBehindPage({ searchParams }: WhoIsBehindPageProps) {
  const { nowMs, clusters } = await loadCoverage();
  const { params, problems, query, cluster, fallback } = loadWhoIsBehind(
    toUrlSearchParams(await searchParams),
    nowMs,
  );
  const answer = query === null ? null : await getInvestigations().whoIsBehind(currentViewer(), query);
  return (
    <QuestionPage
      slug="who-is-behind"
      params={params}
      problems={problems}
      fields={
        <>
          <TextField
            label="The name, or what was copied"
            name="who"
            value={params.get("who") ?? ""}
            placeholder="kubernetes-admin, an ARN, a key, or a log line"
            longest={LONGEST}
            wide
          />
          <ClusterField clusters={clusters} chosen={cluster} any="Any" />
          <TimeFields params={params} fallback={fallback} />
        </>
      }
    >
      {query !== null && answer === null ? <UnknownClusterLine cluster={query.cluster ?? ""} /> : null}
      {query === null || answer === null ? null : <WhoIsBehindScreen answer={answer} asked={query} />}
    </QuestionPage>
  );
}
