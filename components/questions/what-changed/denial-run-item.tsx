import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { TracedAttempt } from "@/lib/domain/correlate/chain/attempt-origin";
import type { DenialRun } from "@/lib/domain/summarize/questions/what-changed/denial-run";
import { questionHref } from "../registry";

/** When one role or user was let in last, and denied first. */
export function DenialRunItem({ run, cluster }: { run: DenialRun; cluster: string }) {
  const { name, denials, first, before, after, reason } = run;
  const who = first.caller?.arn ?? first.caller?.canonicalArn ?? name;
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <p>
        <SafeText text={name} breakable className="font-mono text-xs font-semibold" />{" "}
        <span className="text-ink-2">{formatPlural(denials, "denial")}</span>
        {reason === null ? null : (
          <>
            {": "}
            <Link href={`/reasons/${reason.code}`} prefetch={false} className="text-accent underline">
              {reason.title}
            </Link>
          </>
        )}
      </p>
      <p className="flex flex-wrap gap-x-3 text-ink-2">
        <span>
          {before === null ? "no grant before in this time" : <At word="let in last" attempt={before} />}
        </span>
        <At word="denied first" attempt={first} />
        <span>{after === null ? "not let in since" : <At word="let in again" attempt={after} />}</span>
        <Link
          href={questionHref("why-not-in", { who, cluster, range: "7d" })}
          prefetch={false}
          className="text-accent underline"
        >
          why they can't get in
        </Link>
      </p>
    </li>
  );
}

function At({ word, attempt: { id, timeMs } }: { word: string; attempt: TracedAttempt }) {
  return (
    <span>
      {word}{" "}
      <Link href={`/attempts/${id}`} prefetch={false} className="text-accent underline">
        <TimeText ms={timeMs} />
      </Link>
    </span>
  );
}
