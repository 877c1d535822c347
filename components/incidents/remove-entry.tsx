import { useState } from "react";
import { SureQuestion } from "@/components/ui/sure-question";
import type { EntryView } from "@/lib/domain/summarize/incidents/incident-view";
import type { ActOnIncident } from "./use-incident-act";

interface RemoveEntryProps {
  readonly entry: EntryView;
  readonly version: number;
  readonly act: ActOnIncident;
}

/** Asks first: what an entry kept is gone then, and a mark stays. */
export function RemoveEntry({ entry: { id, kind }, version, act }: RemoveEntryProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <button
        type="button"
        className="text-ink-2 hover:text-ink hover:underline"
        onClick={() => setAsked(true)}
      >
        Remove <span className="sr-only">this {kind}</span>
      </button>
    );
  return (
    <SureQuestion
      question={`Remove this ${kind}? That it was here stays to be seen.`}
      action="Remove"
      onDo={() => void act({ kind: "remove-entry", entryId: id, seenVersion: version }, "Removed.")}
      onKeep={() => setAsked(false)}
    />
  );
}
