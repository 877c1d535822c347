import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import Link from "next/link";
import { InWords } from "@/components/reasons/in-words";
import { ReasonFixes } from "@/components/reasons/reason-fixes";
import { STAGE_WORDS } from "@/components/reasons/reason-words";
import { Card } from "@/components/ui/card";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";

interface ReasonCardProps {
  readonly reason: NonNullable<AttemptDetail["reason"]>;
  /** What else may be the reason. */
  readonly others: AttemptDetail["otherReasons"];
}

/** Why the caller was turned away, and what to do about it. */
export function ReasonCard({ reason, others }: ReasonCardProps) {
  const { code, stage, title, meaning, proof, fixes } = reason;
  return (
    <Card
      title="Why, and what to do"
      aside={
        <>
          it ended at: {STAGE_WORDS[stage].at} ·{" "}
          <Link href={`/reasons/${code}`} prefetch={false} className="text-accent underline">
            about this reason
          </Link>
        </>
      }
    >
      <p className="font-medium">{beginSentence(title)}</p>
      <p className="mt-1">
        <InWords text={meaning} />
      </p>
      <p className="mt-1 mb-3 text-xs text-ink-2">
        What shows it: <InWords text={proof} />
      </p>
      <ReasonFixes fixes={fixes} />
      {others.map((other) => (
        <details key={other.code} className="mt-3 border-t border-line pt-2">
          <summary className="cursor-pointer text-ink-2">Or: {beginSentence(other.title)}</summary>
          <p className="mt-1 mb-2">
            <InWords text={other.meaning} />
          </p>
          <ReasonFixes fixes={other.fixes} />
        </details>
      ))}
    </Card>
  );
}
