import { useState } from "react";
import { SafeText } from "@/components/ui/safe-text";
import type { NoteView } from "@/lib/domain/summarize/incidents/incident-view";
import { NoteForm } from "./note-form";
import { StampText } from "./stamp-text";
import type { ActOnIncident } from "./use-incident-act";

interface NoteEntryBodyProps {
  readonly entry: NoteView;
  readonly version: number;
  readonly act: ActOnIncident | null;
}

interface Begun {
  readonly text: string;
  readonly version: number;
}

/** A note as it was written, with who changed it last; it is changed in its place. */
export function NoteEntryBody({ entry, version, act }: NoteEntryBodyProps) {
  /** The note as it was when its editing began. */
  const [begun, setBegun] = useState<Begun | null>(null);
  const { id, text, by, edited } = entry;
  if (act !== null && begun !== null) {
    const edit = async (next: string) => {
      // What others changed of the rest meanwhile does not matter to this note.
      const seenVersion = text === begun.text ? version : begun.version;
      const change = { kind: "edit-note", entryId: id, text: next, seenVersion } as const;
      const isDone = (await act(change, "Changed the note.")) !== null;
      if (isDone) setBegun(null);
      return isDone;
    };
    return (
      <NoteForm
        label="Note"
        initial={begun.text}
        action="Save"
        onText={edit}
        onCancel={() => setBegun(null)}
      />
    );
  }
  return (
    <>
      <p className="text-xs text-ink-2">
        Note by <SafeText text={by} breakable className="font-semibold" />
        {edited === null ? null : (
          <>
            , edited by <StampText stamp={edited} />
          </>
        )}
        {act === null ? null : (
          <button
            type="button"
            className="ml-3 text-accent hover:underline"
            onClick={() => setBegun({ text, version })}
          >
            Edit
          </button>
        )}
      </p>
      <div className="wrap-anywhere whitespace-pre-wrap">
        {[...text.matchAll(/[^\n]+|\n/g)].map(({ 0: part, index }) =>
          part === "\n" ? part : <SafeText key={index} text={part} />,
        )}
      </div>
    </>
  );
}
