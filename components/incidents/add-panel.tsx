import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { NameForm } from "@/components/ui/name-form";
import { SafeText } from "@/components/ui/safe-text";
import { LONGEST_TITLE } from "@/lib/domain/summarize/incidents/incident";
import { incidentHref, incidentsQuery } from "@/lib/search-params/incidents/incident-queries";
import type { Addable } from "./addable";
import { SaidLine } from "./said-line";
import { useAdd } from "./use-add";
import { wordsOf } from "./use-act";

const CHOICE = "w-full rounded-md px-1.5 py-1 text-left wrap-anywhere hover:bg-sunken";

/** The open incidents, each pressed to add this to it; and a title for a new one. */
export function AddPanel({ what }: { what: Addable }) {
  const { data, error } = useQuery(incidentsQuery());
  const { said, lastId, addTo, addToNew } = useAdd(what);
  if (data === undefined)
    return (
      <p className="w-80 max-w-full text-ink-2">{error === null ? "Reading incidents …" : wordsOf(error)}</p>
    );
  const open = data.incidents.filter(({ state }) => state === "open");
  if (!data.mayChange)
    return <p className="w-80 max-w-full text-ink-2">Incidents are filled by auditors; you may read them.</p>;
  return (
    <section aria-label="Add to incident" className="grid w-80 max-w-full gap-2">
      {open.length === 0 ? (
        <p className="text-ink-2">No incident is open.</p>
      ) : (
        <>
          <p className="text-xs text-ink-2">Keep it in</p>
          <ul className="-m-1 max-h-[40vh] overflow-y-auto p-1">
            {open.map(({ id, title }) => (
              <li key={id}>
                <button type="button" className={CHOICE} onClick={() => void addTo(id)}>
                  <SafeText text={title} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="border-t border-line pt-2">
        <NameForm
          label="Title of a new incident"
          initial=""
          longest={LONGEST_TITLE}
          action={() => "Begin"}
          onName={addToNew}
        />
        <SaidLine said={said} />
        {lastId === null ? null : (
          <Link href={incidentHref(lastId)} prefetch={false} className="text-accent underline">
            Open the incident
          </Link>
        )}
      </div>
    </section>
  );
}
