import Link from "next/link";
import { DiffBlock } from "@/components/access/diff-block";
import { ChangeEffects } from "@/components/access/change-effects";
import { SafeText } from "@/components/ui/safe-text";
import { authorName } from "@/lib/domain/explain/culprit-sentence";
import { changeTitle } from "@/lib/domain/summarize/configuration/change-title";
import type { ChangeView } from "@/lib/domain/summarize/incidents/incident-view";

/** A change of a cluster's configuration: what, by whom, and what it took out and put in. */
export function ChangeEntryBody({ entry: { cluster, change } }: { entry: ChangeView }) {
  const { by, diff, message, isTimeKnown } = change;
  return (
    <>
      <p className="text-pretty">
        <SafeText text={changeTitle(change)} breakable className="font-semibold" /> at{" "}
        <Link
          href={`/clusters/${encodeURIComponent(cluster)}`}
          prefetch={false}
          className="text-accent hover:underline"
        >
          <SafeText text={cluster} />
        </Link>
        {by === null ? null : (
          <>
            {" by "}
            <SafeText text={authorName(by)} breakable className="font-semibold" />
          </>
        )}
        {isTimeKnown ? "." : ", by this time at the latest."}
      </p>
      {message === null ? null : (
        <SafeText text={message} breakable className="block font-mono text-xs text-open" />
      )}
      <ChangeEffects change={change} cluster={cluster} />
      {diff === null || diff.length === 0 ? null : (
        <DiffBlock diff={diff} label="What was taken out and put in" />
      )}
    </>
  );
}
