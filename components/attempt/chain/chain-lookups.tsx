"use client";

import { SafeText } from "@/components/ui/safe-text";
import type { AttemptChain } from "@/lib/domain/summarize/chain/attempt-chain";
import type { AskedLookup, LookupProblem } from "@/lib/domain/summarize/chain/chain-lookups";
import { problemInOneLine } from "@/lib/domain/summarize/coverage/coverage-report";
import { answerOf, LOOKUP_WORDS, lookupSentence } from "./lookup-words";
import { useChainLookups } from "./use-chain-lookups";

/** What is looked up in CloudTrail for what the chain lacks: how it goes, and what came of it. The chain grows meanwhile. */
export function ChainLookupsPart({ chain }: { chain: AttemptChain }) {
  const lookups = useChainLookups(chain);
  if (lookups === null) return null;
  const sentence = lookupSentence(lookups);
  return (
    <div className={sentence === "" ? "" : "mt-3 grid gap-1 border-t border-line pt-2.5 text-ink-2"}>
      <p role="status" aria-live="polite">
        <SafeText text={sentence} breakable />
      </p>
      {lookups.problems.map((problem) => (
        <Problem key={`${problem.accountId}/${problem.region}`} problem={problem} />
      ))}
      {lookups.asked.length === 0 ? null : <Asked asked={lookups.asked} />}
    </div>
  );
}

function Problem({ problem: { problem } }: { problem: LookupProblem }) {
  return (
    <p className="text-open">
      <SafeText text={problemInOneLine(problem)} breakable />
    </p>
  );
}

function Asked({ asked }: { asked: readonly AskedLookup[] }) {
  return (
    <details className="text-xs">
      <summary>What was looked up</summary>
      <ul className="mt-1 list-disc pl-5">
        {asked.map((one) => (
          <li key={`${one.accountId}/${one.region}/${one.by}/${one.value}`}>
            {one.accountId} {one.region}: {LOOKUP_WORDS[one.by]}{" "}
            <SafeText text={one.value} breakable className="font-mono" /> — {answerOf(one)}
          </li>
        ))}
      </ul>
    </details>
  );
}
