import Link from "next/link";
import { ageWords, clusterHref, describeState, stateReason } from "@/components/clusters/cluster-words";
import { knownWords, shareKnown } from "@/components/clusters/gap-looks";
import { Chip } from "@/components/ui/chip";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { ClusterGlance, Overview } from "@/lib/domain/summarize/overview/overview";
import { attemptsLink } from "./attempts-link";
import { OutcomePlot } from "./outcome-plot";
import { trendWords } from "./trend-words";

/** Every cluster, those with problems first. */
export function ClusterGlances({ overview }: { overview: Overview }) {
  return (
    <section aria-label="Clusters">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,22rem),1fr))] gap-3.5">
        {overview.clusters.map((glance) => (
          <GlanceItem key={glance.summary.cluster} glance={glance} overview={overview} />
        ))}
      </ul>
    </section>
  );
}

function GlanceItem({ glance, overview }: { glance: ClusterGlance; overview: Overview }) {
  const { summary, people, sessions, bars } = glance;
  const { word, tone } = describeState(summary);
  const reason = stateReason(summary);
  const known = shareKnown(summary.gaps, overview.range);
  return (
    <li className="grid min-w-0 content-start gap-2 rounded-lg border border-line bg-surface px-4 py-3.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 text-lg font-semibold">
          <Link
            href={clusterHref(summary.cluster)}
            prefetch={false}
            className="hover:text-accent hover:underline"
          >
            <SafeText text={summary.cluster === "" ? "(no name)" : summary.cluster} breakable />
          </Link>
        </h2>
        <Chip tone={tone}>{word}</Chip>
        {known === 1 ? null : <Chip tone="open">▨ {knownWords(known)} of this time known</Chip>}
      </div>
      {reason === null ? null : (
        <p className="text-ink-2">
          <SafeText text={reason} breakable />
        </p>
      )}
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-base">
          <b className="text-xl font-semibold">{formatCount(people)}</b> {people === 1 ? "person" : "people"}
        </span>
        <span>{formatPlural(sessions, "session")}</span>
        <OutcomeLinks glance={glance} overview={overview} />
      </p>
      <OutcomePlot bars={bars} barMs={overview.barMs} gaps={summary.gaps} range={overview.range} />
      <p className="text-xs text-ink-2">
        {trendWords(glance, overview.daysBefore)} Newest line {ageWords(summary.newestLineMs, overview.nowMs)}
        .
      </p>
    </li>
  );
}

function OutcomeLinks({ glance: { summary, now }, overview }: { glance: ClusterGlance; overview: Overview }) {
  const cluster = ["cluster", summary.cluster] as const;
  return (
    <>
      <Link
        href={attemptsLink(overview.range, [cluster])}
        prefetch={false}
        className="text-accent hover:underline"
      >
        {formatPlural(now.granted + now.denied, "attempt")}
      </Link>
      {now.denied === 0 ? null : (
        <Link
          href={attemptsLink(overview.range, [cluster, ["decision", "denied"]])}
          prefetch={false}
          className="text-denied hover:underline"
        >
          {formatCount(now.denied)} denied
        </Link>
      )}
    </>
  );
}
