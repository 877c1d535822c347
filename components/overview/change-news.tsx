import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { changeTitle } from "@/lib/domain/summarize/configuration/change-title";
import { clusterHref } from "@/components/clusters/cluster-words";
import { SafeText } from "@/components/ui/safe-text";
import { authorName } from "@/lib/domain/explain/culprit-sentence";
import type { ClusterChange } from "@/lib/domain/summarize/overview/overview";
import { NewsList } from "./news-list";

/** Changes of who may come in, with who made them. */
export function ChangeNews({ changes }: { changes: readonly ClusterChange[] }) {
  return (
    <NewsList
      title="Changes of who may come in"
      items={changes}
      render={(change) => (
        <ChangeLine
          key={`${change.cluster} ${change.timeMs} ${change.kind} ${change.part} ${change.key}`}
          change={change}
        />
      )}
    />
  );
}

function ChangeLine({ change }: { change: ClusterChange }) {
  const { cluster, by, origin, timeMs, isTimeKnown } = change;
  const author = by === null ? null : authorName(by);
  const behind = origin?.name ?? null;
  return (
    <li className="min-w-0">
      <Link href={`${clusterHref(cluster)}#changes`} prefetch={false} className="text-accent hover:underline">
        <SafeText text={changeTitle(change)} breakable />
      </Link>{" "}
      <span className="text-xs text-ink-2">
        <SafeText text={cluster} breakable />
        {author === null ? null : (
          <>
            , by <SafeText text={author} breakable className="font-semibold text-ink" />
          </>
        )}
        {behind === null || behind === author ? null : (
          <>
            {" "}
            (behind it <SafeText text={behind} breakable />)
          </>
        )}
        , {isTimeKnown ? "" : "by "}
        <TimeText ms={timeMs} />
      </span>
    </li>
  );
}
