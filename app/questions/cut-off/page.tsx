import type { Metadata } from "next";
import { CutOffScreen } from "@/components/questions/cut-off/cut-off-screen";
import { TimeFields } from "@/components/questions/question-fields";
import { QuestionPage } from "@/components/questions/question-page";
import { TextField } from "@/components/ui/text-field";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadCutOff } from "@/lib/search-params/questions/cut-off-query";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

export const metadata: Metadata = { title: "Are they still in?" };

interface CutOffPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function CutOffPage({ searchParams }: CutOffPageProps) {
  const { nowMs } = await loadCoverage();
  const { params, problems, query, fallback } = loadCutOff(toUrlSearchParams(await searchParams), nowMs);
  const answer = query === null ? null : await getInvestigations().cutOff(currentViewer(), query);
  return (
    <QuestionPage
      slug="cut-off"
      params={params}
      problems={problems}
      fields={
        <>
          <TextField
            label="Who"
            name="who"
            value={params.get("who") ?? ""}
            placeholder="E-mail, ARN, session, user, role or access key id"
            wide
          />
          <TimeFields params={params} fallback={fallback} />
        </>
      }
    >
      {query === null || answer === null ? null : <CutOffScreen answer={answer} who={query.who} />}
    </QuestionPage>
  );
}
