import type { IncidentListRequest, IncidentRequest } from "@/lib/domain/summarize/incidents/incident-request";
import { IncidentFolder } from "@/lib/state/incidents/incident-folder";
import type { Asker } from "../access/asker";
import { incidentsFolder } from "../data-folder";
import type { DeedParts } from "../deeds/deed";
import { changeIncident, changeIncidents } from "./change-incidents";
import { listIncidents, printIncident, readEvidence, readIncident } from "./read-incidents";

/**
 * What the engine does with incidents: viewers read them as R1 shows them, within their clusters; auditors see their
 * records, print and change them (facts: security §6). Every change, every reading and every export is noted.
 */
export function createIncidentDeeds({
  dataDir,
  clock,
  investigations,
  audit,
}: Omit<DeedParts, "allowsAnyoneLinks">) {
  const folder = new IncidentFolder(incidentsFolder(dataDir), clock);
  const parts = { folder, clock, investigations, audit };
  return {
    listIncidents: {
      least: "viewer",
      run: (asker: Asker, _query: null) => listIncidents(parts, asker, null),
    },
    readIncident: {
      least: "viewer",
      run: (asker: Asker, { id }: { readonly id: string }) => readIncident(parts, asker, id),
    },
    readIncidentEvidence: {
      least: "auditor",
      run: (asker: Asker, query: { readonly id: string; readonly entryId: string }) =>
        readEvidence(parts, asker, query),
    },
    printIncident: {
      least: "auditor",
      run: (asker: Asker, query: { readonly id: string; readonly baseUrl: string }) =>
        printIncident(parts, asker, query),
    },
    changeIncidents: {
      least: "auditor",
      run: (asker: Asker, request: IncidentListRequest) => changeIncidents(parts, asker, request),
    },
    changeIncident: {
      least: "auditor",
      run: (asker: Asker, query: { readonly id: string; readonly request: IncidentRequest }) =>
        changeIncident(parts, asker, query),
    },
  } as const;
}
