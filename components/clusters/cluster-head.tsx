import Link from "next/link";
import { Chip } from "@/components/ui/chip";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";
import type { ClusterReport, ClusterSummary } from "@/lib/domain/summarize/clusters/cluster-report";
import { attemptsHref } from "./attempts-href";
import { ageWords, describeState } from "./cluster-words";

/** Which cluster, how it stands with its log, and what came in. */
export function ClusterHead({ report: { summary, nowMs } }: { report: ClusterReport }) {
  const { cluster, region, accountId, alarm, newestLineMs } = summary;
  const { word, tone } = describeState(summary);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h1 className="text-xl font-semibold">
          <SafeText text={cluster} />
        </h1>
        <Chip tone={tone}>{word}</Chip>
        <span className="text-ink-2">{[region, accountId].filter(Boolean).join(" · ")}</span>
        <span className="grow" />
        <AttemptLinks summary={summary} />
      </div>
      <p className="text-ink-2" role="status">
        {newestLineMs === null
          ? "No line of its authenticator log has been read."
          : `Its newest line was written ${ageWords(newestLineMs, nowMs)}.`}
      </p>
      {alarm === null ? null : <Notice title={alarm.sentence}>{ALARM_ADVICE[alarm.kind]}</Notice>}
    </>
  );
}

const ALARM_ADVICE = {
  "log-silent":
    "The reading works; the log itself brings nothing. See whether its log type was switched off (aws eks describe-cluster), or the cluster is down. That no attempt is shown does not mean that nobody got in.",
  "reading-behind": "What was tried since then will be shown as soon as it can be read.",
} as const;

function AttemptLinks({ summary: { cluster, granted, denied, gaps } }: { summary: ClusterSummary }) {
  return (
    <span className="flex gap-x-3">
      <Link href={attemptsHref(cluster)} prefetch={false} className="text-accent hover:underline">
        {granted + denied === 0 && gaps.length > 0
          ? "no attempt seen"
          : formatPlural(granted + denied, "attempt")}{" "}
        in the last 24 h
      </Link>
      {denied === 0 ? null : (
        <Link
          href={attemptsHref(cluster, { denied: true })}
          prefetch={false}
          className="text-denied hover:underline"
        >
          {formatCount(denied)} denied
        </Link>
      )}
    </span>
  );
}
