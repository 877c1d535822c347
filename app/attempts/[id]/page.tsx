import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AttemptScreen } from "@/components/attempt/attempt-screen";
import { toVisibleString } from "@/components/ui/visible-text";
import { displayName } from "@/lib/domain/explain/who-got-in";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { readReachAsked } from "@/lib/search-params/clusters/configuration-query";
import { loadAttemptView } from "@/lib/search-params/attempts/load-attempt-view";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../../load-coverage";

interface AttemptPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const MAX_ID_LENGTH = 128;

const loadAttempt = cache(async (id: string) => {
  if (id.length > MAX_ID_LENGTH) return null;
  return await getInvestigations().explainAttempt(currentViewer(), { id });
});

export async function generateMetadata({ params }: AttemptPageProps): Promise<Metadata> {
  const detail = await loadAttempt((await params).id);
  if (detail === null) return { title: "Not found" };
  const { decision, cluster } = detail.attempt;
  return { title: toVisibleString(`${displayName(detail.attempt)} ${decision} at ${cluster}`) };
}

export default async function AttemptPage({ params, searchParams }: AttemptPageProps) {
  const [detail, coverage] = await Promise.all([loadAttempt((await params).id), loadCoverage()]);
  if (detail === null) notFound();
  const id = detail.attempt.id;
  const isIn = detail.attempt.decision === "granted";
  const query = toUrlSearchParams(await searchParams);
  const request = readReachAsked(query);
  const [done, reach] = isIn
    ? await Promise.all([
        getInvestigations().requestsOfAttempt(currentViewer(), { id }),
        getInvestigations().reachOfAttempt(currentViewer(), { id, request }),
      ])
    : [null, null];
  const { view } = loadAttemptView(query, coverage.nowMs);
  return <AttemptScreen detail={detail} done={done} reach={reach} view={view} nowMs={coverage.nowMs} />;
}
