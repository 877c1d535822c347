import type { IncidentRequest } from "@/lib/domain/summarize/incidents/incident-request";

/** What an incident can be asked to keep. */
export type Addable = Extract<IncidentRequest, { readonly kind: "add-attempts" | "add-change" }>;
