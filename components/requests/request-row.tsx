import { TimeText } from "@/components/settings/time-text";
import Link from "next/link";
import { Chip } from "@/components/ui/chip";
import { SafeText } from "@/components/ui/safe-text";
import { describeRequest } from "@/lib/domain/explain/request-words";
import type { TracedRequest } from "@/lib/domain/summarize/requests/request-page";
import { RequestClient } from "./request-client";
import { RequestSessions, RequestWho } from "./request-who";

/** One request: who did what, as whom and from where, and the attempt that let him in. */
export function RequestRow({ row }: { row: TracedRequest }) {
  const { timeMs, cluster, outcome, kubernetes, actsAs, id } = row.request;
  return (
    <li className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <RequestWho traced={row} />
        <Link href={`/requests/${id}`} prefetch={false} className="hover:text-accent hover:underline">
          <SafeText text={describeRequest(row.request)} breakable />
        </Link>
        {outcome === "denied" ? <Chip tone="denied">✕ Denied</Chip> : null}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-2">
        <TimeText ms={timeMs} show="stamp" className="font-mono" />
        <span>
          at <SafeText text={cluster} />
        </span>
        <span>
          as <SafeText text={kubernetes.username} breakable className="font-mono" />
        </span>
        {actsAs === null ? null : (
          <span>
            acting as <SafeText text={actsAs} breakable className="font-mono" />
          </span>
        )}
        <RequestClient request={row.request} />
        <RequestSessions traced={row} />
      </p>
    </li>
  );
}
