import { useRouter } from "next/navigation";
import { useState } from "react";
import { CONTROL } from "@/components/ui/control-class";
import { SureQuestion } from "@/components/ui/sure-question";
import type { IncidentListRequest } from "@/lib/domain/summarize/incidents/incident-request";
import type { IncidentList, IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { INCIDENTS_API, incidentsQuery } from "@/lib/search-params/incidents/incident-queries";
import { SaidLine } from "./said-line";
import { useAct } from "./use-act";

/** Asks first; then the list is what is left. */
export function DeleteIncident({ incident: { id, version } }: { incident: IncidentView }) {
  const router = useRouter();
  const [isAsked, setAsked] = useState(false);
  const { said, act } = useAct<IncidentListRequest, IncidentList>(INCIDENTS_API, incidentsQuery().queryKey);
  const remove = async () => {
    const list = await act({ kind: "delete", id, seenVersion: version }, "Deleted.");
    if (list !== null) router.push("/incidents");
  };
  if (!isAsked)
    return (
      <button type="button" className={CONTROL} onClick={() => setAsked(true)}>
        Delete
      </button>
    );
  return (
    <div>
      <SureQuestion
        question="Delete this incident for all, with its notes and the records it keeps?"
        action="Delete"
        onDo={() => void remove()}
        onKeep={() => setAsked(false)}
      />
      <SaidLine said={said} />
    </div>
  );
}
