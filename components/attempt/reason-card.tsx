import Link from "next/link";
import { InWords } from "@/components/reasons/in-words";
import { ReasonFixes } from "@/components/reasons/reason-fixes";
import { alone, STAGE_WORDS } from "@/components/reasons/reason-words";
import { Card } from "@/components/ui/card";
import type { AttemptDetail } from "@/lib/domain/summarize/attempts/attempt-detail";

/** Why the caller was turned away, and what to do about it. */
export function ReasonCard({ reason }: { reason: NonNullable<AttemptDetail["reason"]> }) {
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
      <p className="font-medium">{alone(title)}</p>
      <p className="mt-1">
        <InWords text={meaning} />
      </p>
      <p className="mt-1 mb-3 text-xs text-ink-2">
        What shows it: <InWords text={proof} />
      </p>
      <ReasonFixes fixes={fixes} />
    </Card>
  );
}
