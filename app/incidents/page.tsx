import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { IncidentsScreen } from "@/components/incidents/incidents-screen";
import { getQueryClient } from "@/components/shell/query-client";
import { incidentsQuery } from "@/lib/search-params/incidents/incident-queries";
import { askDeed } from "@/lib/server/deeds/ask-deed";

export const metadata: Metadata = { title: "Incidents" };

export default async function IncidentsPage() {
  const client = getQueryClient();
  client.setQueryData(incidentsQuery().queryKey, await askDeed("listIncidents", null));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <IncidentsScreen />
    </HydrationBoundary>
  );
}
