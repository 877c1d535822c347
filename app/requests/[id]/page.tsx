import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RequestScreen } from "@/components/requests/request-screen";
import { toVisibleString } from "@/components/ui/visible-text";
import { describeRequest } from "@/lib/domain/explain/request-words";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { readPathName } from "@/lib/search-params/parameters/read-path-name";
import { getInvestigations } from "@/lib/server/get-investigations";

interface RequestPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

const load = cache((id: string) => getInvestigations().explainRequest(currentViewer(), { id }));

export async function generateMetadata({ params }: RequestPageProps): Promise<Metadata> {
  const detail = await load(readPathName((await params).id));
  return { title: detail === null ? "Not found" : toVisibleString(describeRequest(detail.request)) };
}

export default async function RequestPage({ params }: RequestPageProps) {
  const detail = await load(readPathName((await params).id));
  if (detail === null) notFound();
  return <RequestScreen detail={detail} />;
}
