import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { IdentityLink } from "@/components/identity/identity-link";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { Newcomer } from "@/lib/domain/summarize/overview/overview";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { attemptsLink, NEWCOMER_PARAMETERS } from "./attempts-link";
import { NewsList } from "./news-list";

interface NewcomerListProps {
  readonly title: string;
  readonly newcomers: readonly Newcomer[];
  readonly range: TimeRange;
}

/** Who is new, where and when, each with its page and its attempts. */
export function NewcomerList({ title, newcomers, range }: NewcomerListProps) {
  return (
    <NewsList
      title={title}
      items={newcomers}
      render={(newcomer) => <NewcomerItem key={newcomer.value} newcomer={newcomer} range={range} />}
    />
  );
}

const CLUSTERS_SHOWN = 3;

function NewcomerItem({ newcomer, range }: { newcomer: Newcomer; range: TimeRange }) {
  const { kind, value, clusters, firstMs, granted, denied } = newcomer;
  const more = clusters.length - CLUSTERS_SHOWN;
  const query = [
    [NEWCOMER_PARAMETERS[kind], value] as const,
    ...clusters.map((cluster) => ["cluster", cluster] as const),
  ];
  return (
    <li className="min-w-0">
      <IdentityLink identity={{ kind, value }} />{" "}
      <span className="text-xs text-ink-2">
        <SafeText text={clusters.slice(0, CLUSTERS_SHOWN).join(", ")} breakable />
        {more > 0 ? ` and ${more} more` : ""}, first <TimeText ms={firstMs} /> ·{" "}
        <Link href={attemptsLink(range, query)} prefetch={false} className="text-accent underline">
          {formatPlural(granted + denied, "attempt")}
        </Link>
        {denied === 0 ? null : <span className="text-denied">, {formatCount(denied)} denied</span>}
      </span>
    </li>
  );
}
