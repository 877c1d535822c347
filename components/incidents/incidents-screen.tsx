"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Card } from "@/components/ui/card";
import { NameForm } from "@/components/ui/name-form";
import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";
import { LONGEST_TITLE } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentListRequest } from "@/lib/domain/summarize/incidents/incident-request";
import type { IncidentList, IncidentSummary } from "@/lib/domain/summarize/incidents/incident-view";
import { INCIDENTS_API, incidentHref, incidentsQuery } from "@/lib/search-params/incidents/incident-queries";
import { IncidentItem } from "./incident-item";
import { SaidLine } from "./said-line";
import { useAct } from "./use-act";

/** All incidents, open ones first, and the way to begin one. */
export function IncidentsScreen() {
  const { data } = useQuery(incidentsQuery());
  if (data === undefined) return <p className="px-4 py-10 text-ink-2">Loading…</p>;
  const { incidents, problems, mayChange } = data;
  const open = incidents.filter(({ state }) => state === "open");
  const closed = incidents.filter(({ state }) => state === "closed");
  return (
    <div className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <h1 className="text-base font-semibold">Incidents</h1>
      <p className="max-w-[70ch] text-ink-2">
        An incident keeps attempts, changes and notes on one page, in the order in which they happened. What
        is added stays as it was, with its records, when the log has forgotten it.
      </p>
      {problems.map((problem) => (
        <Notice key={problem} title="An incident cannot be shown.">
          <SafeText text={problem} />
        </Notice>
      ))}
      {mayChange ? <NewIncident /> : null}
      <ListCard title="Open" incidents={open} none="No incident is open." />
      {closed.length === 0 ? null : <ListCard title="Closed" incidents={closed} none="" />}
    </div>
  );
}

function NewIncident() {
  const router = useRouter();
  const { said, act } = useAct<IncidentListRequest, IncidentList>(INCIDENTS_API, incidentsQuery().queryKey);
  const begin = async (title: string) => {
    const list = await act({ kind: "create", title }, "Begun.");
    if (list?.madeId != null) router.push(incidentHref(list.madeId));
    return list !== null;
  };
  return (
    <div className="max-w-xl">
      <NameForm
        label="Title of a new incident"
        initial=""
        longest={LONGEST_TITLE}
        action={() => "Begin"}
        onName={begin}
      />
      <SaidLine said={said} />
    </div>
  );
}

interface ListCardProps {
  readonly title: string;
  readonly incidents: readonly IncidentSummary[];
  /** What to say where there are none. */
  readonly none: string;
}

function ListCard({ title, incidents, none }: ListCardProps) {
  return (
    <Card title={title} aside={incidents.length === 0 ? undefined : incidents.length}>
      {incidents.length === 0 ? (
        <p className="text-ink-2">{none}</p>
      ) : (
        <ul className="grid">
          {incidents.map((incident) => (
            <IncidentItem key={incident.id} incident={incident} />
          ))}
        </ul>
      )}
    </Card>
  );
}
