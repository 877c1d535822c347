import Link from "next/link";
import { whereIs } from "@/components/access/back-end-words";
import { NEAR_MISS_WORDS } from "@/components/access/near-miss-words";
import { ReachLines } from "@/components/access/reach-lines";
import { TextExcerptBlock } from "@/components/access/text-excerpt-block";
import { SafeText } from "@/components/ui/safe-text";
import { denialTitle } from "@/lib/domain/explain/denial-title";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import { roleNameOf } from "@/lib/domain/identity/principal";
import type { MappingDenied, MappingGranted } from "@/lib/domain/explain/mapping/mapping-decision";
import type { WhatIfAnswer } from "@/lib/domain/summarize/configuration/what-if-report";

interface SomebodyAnswerProps {
  readonly answer: WhatIfAnswer;
  /** Whether there is no other: then all of it is open. */
  readonly isAlone: boolean;
}

/** What would become of one caller: the entry that decides, the identity, and what it may do. */
export function SomebodyAnswer({ answer, isAlone }: SomebodyAnswerProps) {
  const { caller, decision, excerpt, nearMisses, reach } = answer;
  return (
    <>
      <p>
        <SafeText text={caller.arn} breakable className="font-mono text-xs" />{" "}
        {decision.outcome === "granted" ? (
          <Granted decision={decision} />
        ) : (
          <Denied decision={decision} name={roleNameOf(caller.canonicalArn)} />
        )}
      </p>
      {decision.refused.map(({ backEnd, entry }) => (
        <p key={`${backEnd} ${entry.arn}`} className="mt-1 text-ink-2">
          Found, and does not let in: {lower(whereIs(backEnd, entry))},{" "}
          <SafeText text={entry.arn} breakable className="font-mono text-xs" />
        </p>
      ))}
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
        <details open={isAlone} className="mt-2">
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

function Denied({ decision: { error }, name }: { decision: MappingDenied; name: string }) {
  const code = reasonOfDenial(error);
  const title = denialTitle(error, name === "" ? "it" : name);
  return (
    <>
      <b className="font-semibold text-denied">✕ would be turned away</b>:{" "}
      {title === null || code === null ? (
        <SafeText text={error} className="font-mono text-xs" />
      ) : (
        <Link href={`/reasons/${code}`} prefetch={false} className="text-accent underline">
          <SafeText text={title} breakable />
        </Link>
      )}
      .
    </>
  );
}

function lower(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
