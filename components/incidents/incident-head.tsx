import { useState } from "react";
import { TimeText } from "@/components/settings/time-text";
import { ShareButton } from "@/components/shares/share-button";
import { Chip } from "@/components/ui/chip";
import { CONTROL } from "@/components/ui/control-class";
import { NameForm } from "@/components/ui/name-form";
import { SafeText } from "@/components/ui/safe-text";
import { LONGEST_TITLE } from "@/lib/domain/summarize/incidents/incident";
import type { IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { incidentHref } from "@/lib/search-params/incidents/incident-queries";
import { DeleteIncident } from "./delete-incident";
import { MarkdownActions } from "./markdown-actions";
import type { ActOnIncident } from "./use-incident-act";

interface IncidentHeadProps {
  readonly incident: IncidentView;
  readonly act: ActOnIncident;
}

/** Which incident, how it stands, and what one may do with it. */
export function IncidentHead({ incident, act }: IncidentHeadProps) {
  const { title, state, by, createdMs, mayChange } = incident;
  return (
    <>
      <h1 className="max-w-[62ch] text-lg leading-snug tracking-tight wrap-anywhere sm:text-xl">
        <SafeText text={title} />
      </h1>
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={state === "open" ? "open" : "plain"}>{state === "open" ? "● Open" : "✓ Closed"}</Chip>
        <span className="text-ink-2">
          begun by <SafeText text={by} breakable /> <TimeText ms={createdMs} />
        </span>
        {mayChange ? (
          <div className="ml-auto flex flex-wrap justify-end gap-2">
            <MarkdownActions id={incident.id} />
            <ShareButton of={incidentHref(incident.id)} />
          </div>
        ) : null}
      </div>
      {mayChange ? <Changes incident={incident} act={act} /> : null}
    </>
  );
}

function Changes({ incident, act }: IncidentHeadProps) {
  const [isRenaming, setRenaming] = useState(false);
  const { title, state, version: seenVersion } = incident;
  const rename = async (text: string) => {
    const isDone = (await act({ kind: "rename", title: text, seenVersion }, "Renamed.")) !== null;
    if (isDone) setRenaming(false);
    return isDone;
  };
  const turn = () =>
    state === "open"
      ? act({ kind: "close", seenVersion }, "Closed.")
      : act({ kind: "reopen", seenVersion }, "Open again.");
  if (isRenaming)
    return (
      <div className="max-w-xl">
        <NameForm
          label="New title"
          initial={title}
          longest={LONGEST_TITLE}
          action={() => "Rename"}
          onName={rename}
          onCancel={() => setRenaming(false)}
        />
      </div>
    );
  return (
    <div className="flex flex-wrap items-start gap-2">
      <button type="button" className={CONTROL} onClick={() => void turn()}>
        {state === "open" ? "Close incident" : "Reopen incident"}
      </button>
      <button type="button" className={CONTROL} onClick={() => setRenaming(true)}>
        Rename
      </button>
      <DeleteIncident incident={incident} />
    </div>
  );
}
