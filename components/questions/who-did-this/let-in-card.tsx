import Link from "next/link";
import { OriginName } from "@/components/identity/origins-card";
import { TimeText } from "@/components/settings/time-text";
import { Card } from "@/components/ui/card";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { LetIn, WhoDidThis } from "@/lib/domain/summarize/questions/who-did-this/who-did-this";
import type { WhoDidThisQuery } from "@/lib/domain/summarize/questions/who-did-this/who-did-this-query";
import { formatSpan } from "@/lib/domain/time/format-time";

interface LetInCardProps {
  readonly answer: Pick<WhoDidThis, "letIn" | "moreLetIn">;
  readonly asked: WhoDidThisQuery;
}

/** Who could have done it, each with the way to all that he did: that is read from the audit log when somebody asks. */
export function LetInCard({ answer: { letIn, moreLetIn }, asked: { range } }: LetInCardProps) {
  if (letIn.length === 0) return null;
  return (
    <Card title="Who had been let in then" aside={`${formatSpan(range.from, range.to)} UTC`}>
      <p className="text-ink-2">
        Each page of an attempt has the audit log read for all that was done around it, allowed reads too.
      </p>
      <ul aria-label="Who had been let in then" className="mt-1.5 grid">
        {letIn.map((one) => (
          <LetInItem key={one.attemptId} one={one} />
        ))}
      </ul>
      {moreLetIn > 0 ? (
        <p className="mt-1 text-xs text-ink-2">and {formatCount(moreLetIn)} more, who came less often</p>
      ) : null}
    </Card>
  );
}

function LetInItem({ one }: { one: LetIn }) {
  const { attempts, clusters, usernames, lastMs, attemptId } = one;
  return (
    <li className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
      <div>
        <OriginName origin={one} />
      </div>
      <p className="text-xs text-ink-2">
        {formatPlural(attempts, "attempt")} at <SafeText text={clusters.join(", ")} breakable />, as{" "}
        <SafeText text={usernames.slice(0, NAMED).join(", ")} breakable className="font-mono" />.{" "}
        <Link href={`/attempts/${attemptId}`} prefetch={false} className="text-accent underline">
          All that was done around the last, <TimeText ms={lastMs} />
        </Link>
      </p>
    </li>
  );
}

const NAMED = 3;
