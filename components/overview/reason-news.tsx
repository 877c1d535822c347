import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { NewReason } from "@/lib/domain/summarize/overview/overview";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { attemptsLink } from "./attempts-link";
import { NewsList } from "./news-list";

/** Reasons of denials that there never were before. */
export function ReasonNews({ reasons, range }: { reasons: readonly NewReason[]; range: TimeRange }) {
  return (
    <NewsList
      title="Reasons of denial never seen before"
      items={reasons}
      render={(reason) => <ReasonItem key={reason.code} reason={reason} range={range} />}
    />
  );
}

function ReasonItem({ reason, range }: { reason: NewReason; range: TimeRange }) {
  const { code, title, error, clusters, denied, firstMs } = reason;
  const where = code === null ? [] : [["where", `reason:${code}`] as const];
  const href = attemptsLink(range, [...where, ["decision", "denied"], ["noise", "show"]]);
  return (
    <li className="min-w-0">
      {code === null ? (
        <SafeText text={error.slice(0, 200)} breakable className="font-mono text-xs" />
      ) : (
        <Link href={`/reasons/${code}`} prefetch={false} className="text-accent hover:underline">
          {title}
        </Link>
      )}{" "}
      <span className="text-xs text-ink-2">
        <SafeText text={clusters.join(", ")} breakable />, first <TimeText ms={firstMs} /> ·{" "}
        <Link href={href} prefetch={false} className="text-denied underline">
          {formatPlural(denied, "denial")}
        </Link>
      </span>
    </li>
  );
}
