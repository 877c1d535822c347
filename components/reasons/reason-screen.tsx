import { beginSentence } from "@/lib/domain/explain/begin-sentence";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { ExplainedReason } from "@/lib/domain/explain/explain-reason";
import { InWords } from "./in-words";
import { ReasonFixes } from "./reason-fixes";
import { STAGE_WORDS } from "./reason-words";

interface ReasonScreenProps {
  readonly reason: ExplainedReason;
  readonly alsoKnownAs: readonly string[];
}

/** One reason: what it means, what proves it, and what to do. Its values are words in capitals: it is of no attempt. */
export function ReasonScreen({ reason, alsoKnownAs }: ReasonScreenProps) {
  const { title, stage, code, meaning, proof, fixes } = reason;
  return (
    <article className="mx-auto grid max-w-[50rem] grid-cols-[minmax(0,1fr)] gap-3.5 px-4 pt-4 pb-12 sm:px-5">
      <p>
        <Link href="/reasons" prefetch={false} className="text-accent hover:underline">
          All reasons
        </Link>
      </p>
      <h1 className="text-lg font-semibold">{beginSentence(title)}</h1>
      <p className="text-ink-2">
        {STAGE_WORDS[stage].title} · <code className="font-mono text-xs">{code}</code>
      </p>
      <Card title="What it means">
        <p>
          <InWords text={meaning} />
        </p>
        {alsoKnownAs.length === 0 ? null : (
          <>
            <p className="mt-2 text-ink-2">It is met in these words:</p>
            <ul className="mt-1 grid gap-1">
              {alsoKnownAs.map((words) => (
                <li key={words} className="font-mono text-xs">
                  {words}
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <Card title="What shows it">
        <p>
          <InWords text={proof} />
        </p>
      </Card>
      <Card title="What to do" aside="an attempt's page has its own values in place of the words in capitals">
        <ReasonFixes fixes={fixes} />
      </Card>
    </article>
  );
}
