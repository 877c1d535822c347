import { AddToIncident } from "@/components/incidents/add-to-incident";
import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { ShareButton } from "@/components/shares/share-button";
import { Chip } from "@/components/ui/chip";
import { AttemptValues } from "@/components/values/attempt-values";
import { kindOf } from "@/lib/domain/correlate/chain/attempt-origin";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { AroundLinks } from "./around-links";
import { describeConfidence } from "./chain/confidence-words";
import { CopyActions } from "./copy-actions";
import { SentenceLine } from "./sentence-line";

interface AttemptSummaryProps {
  readonly detail: AttemptDetail;
  /** Of the sentence, as a heading. */
  readonly level: 1 | 2;
}

/** What happened in one sentence, how sure that is, and what one may do with it. */
export function AttemptSummary({ detail, level }: AttemptSummaryProps) {
  const { attempt, mapping } = detail;
  const confidence = describeConfidence(attempt);
  const kind = kindOf(attempt);
  return (
    <>
      <SentenceLine attempt={attempt} mapping={mapping} level={level} />
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={attempt.decision}>{attempt.decision === "granted" ? "✓ Granted" : "✕ Denied"}</Chip>
        <Chip tone={confidence.tone}>{confidence.chip}</Chip>
        {kind === "unknown" ? null : <Chip>{CLASS_WORDS[kind]}</Chip>}
        <AroundLinks attempt={attempt} />
        <div className="ml-auto flex flex-wrap justify-end gap-2">
          <AttemptValues attempt={attempt} />
          <CopyActions id={attempt.id} />
          <AddToIncident what={{ kind: "add-attempts", attemptIds: [attempt.id] }} />
          <ShareButton of={`/attempts/${encodeURIComponent(attempt.id)}`} />
        </div>
      </div>
    </>
  );
}
