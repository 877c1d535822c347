import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { AttemptView, IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { incidentEvidenceQuery } from "@/lib/search-params/incidents/incident-queries";
import { wordsOf } from "./use-act";

interface EntryEvidenceProps {
  readonly entry: AttemptView;
  readonly incident: IncidentView;
}

const KINDS = { line: "Log line", "sts-event": "STS event", hop: "Event of the chain" } as const;

/** The records that prove an attempt, each with its hash; their texts are asked for when it is opened. */
export function EntryEvidence({ entry, incident: { id, mayChange } }: EntryEvidenceProps) {
  const [isOpen, setOpen] = useState(false);
  const { data = [], error } = useQuery({
    ...incidentEvidenceQuery(id, entry.id),
    enabled: isOpen && mayChange,
  });
  if (entry.records.length === 0) return null;
  const textOf = (recordId: string) => data.find((one) => one.recordId === recordId)?.text ?? "";
  return (
    <details className="min-w-0 grow basis-64" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="w-fit text-accent hover:underline">
        {formatPlural(entry.records.length, "record")}
      </summary>
      {error === null ? null : <p className="text-denied">{wordsOf(error)}</p>}
      <ul className="mt-1 grid gap-2">
        {entry.records.map(({ recordId, eventId, kind, sha256, note }) => (
          <li key={recordId} className="min-w-0 text-xs">
            <p className="text-ink-2 wrap-anywhere">
              {KINDS[kind]} <SafeText text={eventId ?? recordId} className="font-mono" /> ·{" "}
              {sha256 === null ? (
                "no text"
              ) : (
                <>
                  SHA-256 <code className="wrap-anywhere">{sha256}</code>
                </>
              )}
            </p>
            {note === null ? null : <SafeText text={note} className="text-ink-2" />}
            {textOf(recordId) === "" ? null : <CodeBlock text={textOf(recordId)} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
