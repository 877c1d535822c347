"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { formatPlural } from "@/components/ui/format-count";
import { incidentQuery } from "@/lib/search-params/incidents/incident-queries";
import { IncidentHead } from "./incident-head";
import { IncidentTimeline } from "./incident-timeline";
import { NoteForm } from "./note-form";
import { SaidLine } from "./said-line";
import { useIncidentAct } from "./use-incident-act";
import { wordsOf } from "./use-act";

/** One incident: what it is, its timeline, and a place for the next note. */
export function IncidentScreen({ id }: { id: string }) {
  const { data, error } = useQuery(incidentQuery(id));
  const { said, act } = useIncidentAct(id);
  if (data === undefined)
    return <p className="px-4 py-10 text-ink-2">{error === null ? "Loading…" : wordsOf(error)}</p>;
  const { hiddenCount, entries, mayChange, state } = data;
  const isOpen = mayChange && state === "open";
  return (
    <article className="mx-auto grid max-w-[73.75rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <Link href="/incidents" prefetch={false} className="w-fit text-accent hover:underline">
        ← Incidents
      </Link>
      {error === null ? null : <Notice title="This may have changed meanwhile.">{wordsOf(error)}</Notice>}
      <IncidentHead incident={data} act={act} />
      <SaidLine said={said} />
      {hiddenCount === 0 ? null : (
        <p className="text-ink-2">
          {formatPlural(hiddenCount, "entry", "entries")} of clusters that you may not see{" "}
          {hiddenCount === 1 ? "is" : "are"} left out.
        </p>
      )}
      <IncidentTimeline incident={data} act={isOpen ? act : null} />
      {entries.length === 0 ? <HowToFill /> : null}
      {isOpen ? (
        <NoteForm
          label="New note"
          initial=""
          action="Add note"
          onText={async (text) => (await act({ kind: "add-note", text }, "Added the note.")) !== null}
        />
      ) : null}
    </article>
  );
}

function HowToFill() {
  return (
    <p className="max-w-[70ch] text-ink-2">
      Nothing is in it yet. <b className="font-semibold">Add to incident</b> stands on every attempt’s page,
      in the menu (<kbd className="font-mono text-xs">.</kbd>) of each row of the{" "}
      <Link href="/attempts" prefetch={false} className="text-accent underline">
        attempts
      </Link>
      , and at each change on a cluster’s page.
    </p>
  );
}
