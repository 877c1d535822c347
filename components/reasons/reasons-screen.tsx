import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { type Stage, STAGES } from "@/lib/domain/explain/reasons/reason";
import { type KnownReason, REASONS } from "@/lib/domain/explain/reasons/registry";
import { STAGE_WORDS } from "./reason-words";

/** Every reason why somebody does not get in, in the order of the way. */
export function ReasonsScreen() {
  return (
    <article className="mx-auto grid max-w-[50rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <h1 className="text-lg font-semibold">Why somebody does not get in</h1>
      <p className="text-ink-2">
        Each denial has one of these reasons. Paste an error message into the search above to find its own.
      </p>
      {STAGES.map((stage) => (
        <StageCard key={stage} stage={stage} reasons={REASONS.filter((reason) => reason.stage === stage)} />
      ))}
    </article>
  );
}

function StageCard({ stage, reasons }: { stage: Stage; reasons: readonly KnownReason[] }) {
  const { title, what } = STAGE_WORDS[stage];
  return (
    <Card title={title}>
      <p className="mb-1.5 text-ink-2">{what}</p>
      <ul className="grid gap-1">
        {reasons.map(({ code, title: reason }) => (
          <li key={code}>
            <Link href={`/reasons/${code}`} prefetch={false} className="text-accent hover:underline">
              {beginSentence(reason)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
