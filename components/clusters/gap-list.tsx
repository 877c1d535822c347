import Link from "next/link";
import { formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { ToldGap } from "@/lib/domain/summarize/clusters/cluster-report";
import { attemptsHref } from "./attempts-href";

const SHOWN = 6;

interface GapListProps {
  /** Newest first. */
  readonly gaps: readonly ToldGap[];
  readonly cluster: string;
}

/** Each gap in a sentence, with the attempts that are known of its time all the same. */
export function GapList({ gaps, cluster }: GapListProps) {
  if (gaps.length === 0) return <p className="mt-1.5 text-granted">✓ No gap.</p>;
  const older = gaps.slice(SHOWN);
  return (
    <div className="mt-2">
      <ul aria-label="Gaps, newest first" className="grid gap-1">
        {gaps.slice(0, SHOWN).map((gap) => (
          <GapItem key={`${gap.kind} ${gap.from}`} gap={gap} cluster={cluster} />
        ))}
      </ul>
      {older.length === 0 ? null : (
        <details className="mt-1">
          <summary className="text-ink-2">{formatPlural(older.length, "older gap")}</summary>
          <ul className="mt-1 grid gap-1">
            {older.map((gap) => (
              <GapItem key={`${gap.kind} ${gap.from}`} gap={gap} cluster={cluster} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function GapItem({ gap, cluster }: { gap: ToldGap; cluster: string }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span aria-hidden="true" className="text-open">
        ▨
      </span>
      <span className="min-w-0 flex-1">
        <SafeText text={gap.sentence} />{" "}
        <Link
          href={attemptsHref(cluster, { range: gap })}
          prefetch={false}
          className="whitespace-nowrap text-accent underline"
        >
          Attempts at that time
        </Link>
      </span>
    </li>
  );
}
