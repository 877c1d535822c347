import { whereIs } from "@/components/access/back-end-words";
import { NEAR_MISS_WORDS } from "@/components/access/near-miss-words";
import { ReachLines } from "@/components/access/reach-lines";
import { TextExcerptBlock } from "@/components/access/text-excerpt-block";
import { SafeText } from "@/components/ui/safe-text";
import type { MappingGranted } from "@/lib/domain/explain/mapping/mapping-decision";
import type { WhatIfAnswer } from "@/lib/domain/summarize/configuration/what-if-report";

/** What would become of one caller: the entry that decides, the identity, and what it may do. */
export function SomebodyAnswer({ answer }: { answer: WhatIfAnswer }) {
  const { caller, decision, excerpt, nearMisses, reach } = answer;
  return (
    <>
      <p>
        <SafeText text={caller.arn} breakable className="font-mono text-xs" />{" "}
        {decision.outcome === "granted" ? (
          <Granted decision={decision} />
        ) : (
          <>
            would be turned away: <SafeText text={decision.error} className="font-mono text-xs" />.
          </>
        )}
      </p>
      {excerpt === null ? null : (
        <div className="mt-2">
          <TextExcerptBlock
            excerpt={excerpt}
            marked={lineOf(answer)}
            label="The lines of aws-auth that decide"
          />
        </div>
      )}
      {nearMisses.length === 0 ? null : (
        <ul className="mt-2 grid gap-1 text-ink-2">
          {nearMisses.map(({ kind, backEnd, entry }) => (
            <li key={`${backEnd} ${entry.arn} ${entry.place?.line ?? ""}`}>
              {whereIs(backEnd, entry)}: <SafeText text={entry.arn} breakable className="font-mono text-xs" />{" "}
              {NEAR_MISS_WORDS[kind]}
            </li>
          ))}
        </ul>
      )}
      {decision.outcome === "denied" ? null : (
        <details className="mt-2">
          <summary className="cursor-pointer text-accent hover:underline">What it may do</summary>
          <div className="mt-1">
            {reach === null ? (
              <p className="text-open">
                Not known: neither roles and bindings nor access entries could be read.
              </p>
            ) : (
              <ReachLines reach={reach} />
            )}
          </div>
        </details>
      )}
    </>
  );
}

function lineOf({ decision }: WhatIfAnswer): number | null {
  return decision.outcome === "granted" ? (decision.entry?.place?.line ?? null) : null;
}

function Granted({ decision: { username, groups, backEnd, entry, isOpen } }: { decision: MappingGranted }) {
  return (
    <>
      would come in as{" "}
      <SafeText text={username || "no username"} breakable className="font-mono text-xs font-semibold" />
      {groups.length === 0 ? ", in no group" : " in "}
      <SafeText text={groups.join(", ")} breakable className="font-mono text-xs" />, by{" "}
      {entry === null ? "aws-auth, which lets its whole account in" : lower(whereIs(backEnd, entry))}
      {isOpen ? "; EC2 alone knows the instance's name" : ""}.
    </>
  );
}

function lower(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
