import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { SafeText } from "@/components/ui/safe-text";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { authorName } from "@/lib/domain/explain/culprit-sentence";
import type { Culprit } from "@/lib/domain/explain/mapped/find-culprit";

interface CulpritLinesProps {
  readonly culprit: Culprit;
  readonly attempt: Pick<Attempt, "cluster">;
}

/** The change since which the caller is turned away, with who made it and where it stands. */
export function CulpritLines({ culprit, attempt: { cluster } }: CulpritLinesProps) {
  const { timeMs, isTimeKnown, change, before } = culprit;
  const requestId = change?.evidence?.requestId ?? null;
  return (
    <div className="mt-3">
      <Notice title="A change of the configuration did this.">
        {isTimeKnown ? "At" : "By"} <TimeText ms={timeMs} />{" "}
        {change?.by == null ? (
          "it was otherwise than before; who changed it is not recorded."
        ) : (
          <>
            <SafeText text={authorName(change.by)} className="font-semibold" /> changed it.
          </>
        )}{" "}
        Before, this caller came in as <SafeText text={before.username} className="font-mono text-xs" />.{" "}
        <Link
          href={`/clusters/${encodeURIComponent(cluster)}#changes`}
          prefetch={false}
          className="text-accent underline"
        >
          What changed
        </Link>
        {requestId === null ? null : (
          <>
            {" · "}
            <Link href={`/requests/${requestId}`} prefetch={false} className="text-accent underline">
              the request that changed it
            </Link>
          </>
        )}
      </Notice>
    </div>
  );
}
