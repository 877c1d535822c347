import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WhatIfScreen } from "@/components/what-if/what-if-screen";
import { toVisibleString } from "@/components/ui/visible-text";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { loadWhatIf } from "@/lib/search-params/clusters/configuration-query";
import { readPathName } from "@/lib/search-params/parameters/read-path-name";
import { toUrlSearchParams } from "@/lib/search-params/parameters/to-url-search-params";
import { getInvestigations } from "@/lib/server/get-investigations";

interface WhatIfPageProps {
  readonly params: Promise<{ readonly name: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata({ params }: WhatIfPageProps): Promise<Metadata> {
  return { title: toVisibleString(`What if, at ${readPathName((await params).name)}`) };
}

export default async function WhatIfPage({ params, searchParams }: WhatIfPageProps) {
  const cluster = readPathName((await params).name);
  const { who, identity, problems } = loadWhatIf(toUrlSearchParams(await searchParams));
  const investigations = getInvestigations();
  const [coverage, report, become] = await Promise.all([
    investigations.reportCoverage(currentViewer(), {}),
    who === null ? null : investigations.whatIf(currentViewer(), { cluster, ...who }),
    identity === null ? null : investigations.whoCanBecome(currentViewer(), { cluster, ...identity }),
  ]);
  if (!coverage.clusters.includes(cluster)) notFound();
  return <WhatIfScreen asked={{ cluster, who, identity, problems }} report={report} become={become} />;
}
