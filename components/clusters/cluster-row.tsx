import Link from "next/link";
import { Chip } from "@/components/ui/chip";
import { formatCount } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { ClusterSummary } from "@/lib/domain/summarize/clusters/cluster-report";
import { WIDE_ONLY, WIDEST_ONLY } from "./cluster-columns";
import { attemptsHref } from "./attempts-href";
import { ageWords, clusterHref, describeState, stateReason } from "./cluster-words";
import { KnownStrip } from "./known-strip";

const CELL = "px-2 py-2 text-left align-top first:pl-0 last:pr-0 max-md:px-0 max-md:py-1";

export function ClusterRow({ summary, nowMs }: { summary: ClusterSummary; nowMs: number }) {
  const { cluster, gaps, newestLineMs, newestMs } = summary;
  return (
    <tr className="border-b border-line hover:bg-sunken max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:py-1.5">
      <th scope="row" className={`${CELL} font-normal`}>
        <Link
          href={clusterHref(cluster)}
          prefetch={false}
          className="font-medium text-accent hover:underline"
        >
          <SafeText text={cluster} />
        </Link>
        <div className="text-xs text-ink-2">{placeOf(summary)}</div>
        <div className="text-xs text-ink-2 md:hidden">newest line {ageWords(newestLineMs, nowMs)}</div>
      </th>
      <td className={`${CELL} max-md:order-last max-md:col-span-2`}>
        <StateWords summary={summary} />
        <div className="mt-1.5 md:hidden">
          <KnownStrip gaps={gaps} nowMs={nowMs} days={1} />
        </div>
      </td>
      <td className={`${CELL} ${WIDE_ONLY}`}>{ageWords(newestLineMs, nowMs)}</td>
      <td className={`${CELL} ${WIDEST_ONLY}`}>{ageWords(newestMs, nowMs)}</td>
      <td className={`${CELL} ${WIDE_ONLY}`}>
        <KnownStrip gaps={gaps} nowMs={nowMs} days={1} />
      </td>
      <td className={`${CELL} ${WIDEST_ONLY}`}>
        <KnownStrip gaps={gaps} nowMs={nowMs} days={14} />
      </td>
      <td className={`${CELL} text-right`}>
        <AttemptCounts summary={summary} />
      </td>
    </tr>
  );
}

function placeOf({ region, accountId }: ClusterSummary): string {
  return [region, accountId].filter((part) => part !== null && part !== "").join(" · ");
}

function StateWords({ summary }: { summary: ClusterSummary }) {
  const { word, tone } = describeState(summary);
  const reason = stateReason(summary);
  return (
    <>
      <Chip tone={tone}>{word}</Chip>
      {reason === null ? null : (
        <div className="mt-1 text-xs text-ink-2">
          <SafeText text={reason} />
        </div>
      )}
    </>
  );
}

/** Zero is shown as it was seen: where something was not read it is no zero. */
function AttemptCounts({ summary: { cluster, granted, denied, gaps, state } }: { summary: ClusterSummary }) {
  const blind = granted + denied === 0 && (gaps.length > 0 || state === "waiting");
  return (
    <>
      <Link href={attemptsHref(cluster)} prefetch={false} className="text-accent hover:underline">
        {blind ? "none seen" : `${formatCount(granted + denied)} attempts`}
      </Link>
      {denied === 0 ? null : (
        <div>
          <Link
            href={attemptsHref(cluster, { denied: true })}
            prefetch={false}
            className="text-denied hover:underline"
          >
            {formatCount(denied)} denied
          </Link>
        </div>
      )}
    </>
  );
}
