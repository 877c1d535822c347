import { useQueryClient } from "@tanstack/react-query";
import type { IncidentRequest } from "@/lib/domain/summarize/incidents/incident-request";
import type { IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { incidentApi, incidentQuery, incidentsQuery } from "@/lib/search-params/incidents/incident-queries";
import { type Act, useAct } from "./use-act";

export type ActOnIncident = Act<IncidentRequest, IncidentView>;

/** Changes one incident. The list shows it when it is asked for again. */
export function useIncidentAct(id: string) {
  const client = useQueryClient();
  const { said, act } = useAct<IncidentRequest, IncidentView>(incidentApi(id), incidentQuery(id).queryKey);
  const actAndForget: ActOnIncident = async (change, done) => {
    const answer = await act(change, done);
    void client.invalidateQueries({ queryKey: incidentsQuery().queryKey, exact: true });
    return answer;
  };
  return { said, act: actAndForget };
}
