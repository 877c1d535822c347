import { queryOptions } from "@tanstack/react-query";
import type { FrozenRecord } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentList, IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { fetchJson } from "../fetch-json";

export const INCIDENTS_API = "/api/v1/incidents";

/** Others may change them at any time. */
const REFRESH_MS = 15_000;

/** Where one incident is asked for and changed. */
export function incidentApi(id: string): string {
  return `${INCIDENTS_API}/${encodeURIComponent(id)}`;
}

/** The page of one incident. */
export function incidentHref(id: string): string {
  return `/incidents/${encodeURIComponent(id)}`;
}

export function incidentsQuery() {
  return queryOptions({
    queryKey: ["incidents"],
    queryFn: ({ signal }) => fetchJson<IncidentList>(INCIDENTS_API, signal),
    refetchInterval: REFRESH_MS,
  });
}

export function incidentQuery(id: string) {
  return queryOptions({
    queryKey: ["incidents", id],
    queryFn: ({ signal }) => fetchJson<IncidentView>(incidentApi(id), signal),
    refetchInterval: REFRESH_MS,
  });
}

/** The records that prove an attempt, as the incident keeps them. They do not change. */
export function incidentEvidenceQuery(id: string, entryId: string) {
  return queryOptions({
    queryKey: ["incident-evidence", id, entryId],
    queryFn: ({ signal }) =>
      fetchJson<readonly FrozenRecord[]>(
        `${incidentApi(id)}/evidence/${encodeURIComponent(entryId)}`,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
