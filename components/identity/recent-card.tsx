import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { AttemptBehindName } from "@/components/attempts/list/attempt-behind";
import { AttemptOutcome } from "@/components/attempts/list/attempt-outcome";
import { AttemptWho } from "@/components/attempts/list/attempt-who";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { IdentityReport } from "@/lib/domain/summarize/identities/identity-report";
import { identityAttemptsHref } from "./identity-attempts-href";

/** The newest attempts, and the way to all of them. */
export function RecentCard({ report: { recent, identity, firstMs, lastMs } }: { report: IdentityReport }) {
  return (
    <Card
      title="Latest attempts"
      aside={
        <Link
          href={identityAttemptsHref(identity, { from: firstMs, to: lastMs })}
          prefetch={false}
          className="text-accent hover:underline"
        >
          All of them
        </Link>
      }
    >
      <ul aria-label="Latest attempts" className="grid">
        {recent.map((attempt) => (
          <Recent key={attempt.id} attempt={attempt} />
        ))}
      </ul>
    </Card>
  );
}

function Recent({ attempt }: { attempt: TracedAttempt }) {
  const { id, timeMs, decision, cluster } = attempt;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 border-t border-line py-1 first:border-t-0 md:grid-cols-[8rem_5.25rem_minmax(0,1fr)_minmax(0,1.6fr)_auto]">
      <Link
        href={`/attempts/${id}`}
        prefetch={false}
        className="font-mono text-xs text-accent hover:underline"
      >
        <TimeText ms={timeMs} />
      </Link>
      <span>
        <Chip tone={decision}>{decision === "granted" ? "✓ Granted" : "✕ Denied"}</Chip>
      </span>
      <span className="min-w-0 truncate max-md:order-4 max-md:col-span-3">
        <AttemptWho attempt={attempt} />
        <AttemptBehindName attempt={attempt} />
      </span>
      <span className="min-w-0 truncate max-md:order-5 max-md:col-span-3">
        <AttemptOutcome attempt={attempt} />
      </span>
      <span className="text-ink-2">{cluster}</span>
    </li>
  );
}
