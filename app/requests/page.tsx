import type { Metadata } from "next";
import { RequestsScreen } from "@/components/requests/requests-screen";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadRequestQuery } from "@/lib/search-params/requests/load-request-query";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";
import { loadCoverage } from "../load-coverage";

export const metadata: Metadata = { title: "Requests" };

interface RequestsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const ROWS = 100;
const CHOICES = 50;

export default async function RequestsPage({ searchParams }: RequestsPageProps) {
  const { nowMs } = await loadCoverage();
  const query = loadRequestQuery(toUrlSearchParams(await searchParams), nowMs);
  const { filter, cursor } = query;
  const investigations = getInvestigations();
  const [page, facets] = await Promise.all([
    investigations.searchRequests(currentViewer(), { filter, cursor, limit: ROWS }),
    investigations.countRequests(currentViewer(), { filter, limit: CHOICES }),
  ]);
  return <RequestsScreen query={query} page={page} facets={facets} />;
}
