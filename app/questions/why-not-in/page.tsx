import type { Metadata } from "next";
import { ClusterField, TimeFields } from "@/components/questions/question-fields";
import { QuestionPage } from "@/components/questions/question-page";
import { UnknownClusterLine } from "@/components/questions/unknown-cluster-line";
import { WhyNotInScreen } from "@/components/questions/why-not-in/why-not-in-screen";
import { TextField } from "@/components/ui/text-field";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadWhyNotIn } from "@/lib/search-params/questions/why-not-in-query";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Why can't somebody get in?" };

interface WhyNotInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function WhyNotInPage({ searchParams }: WhyNotInPageProps) {
  const { nowMs, clusters } = await loadCoverage();
  const { params, problems, query, cluster, who, fallback } = loadWhyNotIn(
    toUrlSearchParams(await searchParams),
    nowMs,
  );
  const answer = query === null ? null : await getInvestigations().whyNotIn(currentViewer(), query);
  return (
    <QuestionPage
      slug="why-not-in"
      params={params}
      problems={problems}
      fields={
        <>
          <TextField
            label="Who"
            name="who"
            value={who ?? ""}
            placeholder="ARN, e-mail, permission set, role, user or key"
            wide
          />
          <ClusterField clusters={clusters} chosen={cluster} />
          <TimeFields params={params} fallback={fallback} />
          <TextField
            label="The message on their screen, if known"
            name="message"
            value={params.get("message") ?? ""}
            placeholder="error: You must be logged in to the server"
            wide
          />
        </>
      }
    >
      {query !== null && answer === null ? <UnknownClusterLine cluster={query.cluster} /> : null}
      {query === null || answer === null ? null : <WhyNotInScreen answer={answer} asked={query} />}
    </QuestionPage>
  );
}
