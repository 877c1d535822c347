import Link from "next/link";
import { SentenceParts } from "@/components/attempt/sentence-parts";
import { Chip } from "@/components/ui/chip";
import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import type { AttemptView, IncidentView } from "@/lib/domain/summarize/incidents/incident-view";
import { EntryEvidence } from "./entry-evidence";

interface AttemptEntryBodyProps {
  readonly entry: AttemptView;
  readonly incident: IncidentView;
}

/** An attempt as it was known when it was added: what happened, why, and what proves it. */
export function AttemptEntryBody({ entry, incident }: AttemptEntryBodyProps) {
  const { attempt, sentence, reason } = entry;
  const isIn = attempt.decision === "granted";
  return (
    <>
      <p className="text-pretty">
        <Chip tone={attempt.decision}>{isIn ? "✓ Granted" : "✕ Denied"}</Chip>{" "}
        <SentenceParts parts={sentence} />
      </p>
      {reason === null ? null : (
        <p className="text-ink-2">
          Why:{" "}
          <Link href={`/reasons/${reason.code}`} prefetch={false} className="text-accent underline">
            {beginSentence(reason.title)}
          </Link>
        </p>
      )}
      <div className="flex flex-wrap items-start gap-x-3">
        <Link
          href={`/attempts/${encodeURIComponent(attempt.id)}`}
          prefetch={false}
          className="text-accent hover:underline"
        >
          Open attempt
        </Link>
        <EntryEvidence entry={entry} incident={incident} />
      </div>
    </>
  );
}
