import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { IncidentScreen } from "@/components/incidents/incident-screen";
import { getQueryClient } from "@/components/shell/query-client";
import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";
import { toVisibleString } from "@/components/ui/visible-text";
import { incidentQuery } from "@/lib/search-params/incidents/incident-queries";
import { readPathName } from "@/lib/search-params/parameters/read-path-name";
import { askDeed } from "@/lib/server/deeds/ask-deed";

interface IncidentPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

const loadIncident = cache((id: string) => askDeed("readIncident", { id }));

export async function generateMetadata({ params }: IncidentPageProps): Promise<Metadata> {
  const found = await loadIncident(readPathName((await params).id));
  return { title: found.kind === "done" ? toVisibleString(found.answer.title) : "Not found" };
}

export default async function IncidentPage({ params }: IncidentPageProps) {
  const id = readPathName((await params).id);
  const found = await loadIncident(id);
  if (found.kind === "not-there") notFound();
  if (found.kind !== "done")
    return (
      <div className="px-4 py-6">
        <Notice title="This incident cannot be shown.">
          <SafeText text={found.message} />
        </Notice>
      </div>
    );
  const client = getQueryClient();
  client.setQueryData(incidentQuery(id).queryKey, found.answer);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <IncidentScreen id={id} />
    </HydrationBoundary>
  );
}
