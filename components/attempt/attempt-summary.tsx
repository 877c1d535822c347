import Link from "next/link";
import { CLASS_WORDS } from "@/components/attempts/facets/facet-words";
import { Chip } from "@/components/ui/chip";
import { AttemptValues } from "@/components/values/attempt-values";
import { kindOf } from "@/lib/domain/correlate/chain/attempt-origin";
import { attemptSentence } from "@/lib/domain/explain/attempt-sentence";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";
import { formatStamp } from "@/lib/domain/time/format-time";
import { aroundHref } from "./attempt-links";
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
        <Link href={aroundHref(attempt.timeMs)} prefetch={false} className="ml-1 text-accent hover:underline">
          Everything ±5 min
        </Link>
        <span className="grow" />
        <AttemptValues attempt={attempt} />
        <CopyActions id={attempt.id} sentence={toPlainSentence(detail)} />
      </div>
    </>
  );
}

function toPlainSentence({ attempt, mapping }: AttemptDetail): string {
  const words = attemptSentence(attempt, mapping).map((part) => part.text);
  return `${formatStamp(attempt.timeMs)}: ${words.join("")}`;
}
