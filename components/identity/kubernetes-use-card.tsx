import { SpanText } from "@/components/settings/span-text";
import Link from "next/link";
import { clusterHref } from "@/components/clusters/cluster-words";
import { Card } from "@/components/ui/card";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import { toolsOf } from "@/lib/domain/explain/client-tool";
import type { IdentityRef } from "@/lib/domain/identity/identity-ref";
import {
  type ClusterUse,
  type KubernetesUse,
  totalUse,
} from "@/lib/domain/summarize/requests/kubernetes-use";

/** What it changed, was denied, or opened into a pod, over all clusters and days that were counted. */
export function KubernetesUseCard({ identity, use }: { identity: IdentityRef; use: KubernetesUse }) {
  const { firstMs, lastMs } = totalUse(use);
  return (
    <Card
      title="Used in Kubernetes"
      aside={
        <>
          on {formatPlural(use.days, "day")}, <SpanText range={{ from: firstMs, to: lastMs }} />, by the audit
          log
        </>
      }
    >
      <ul aria-label="Use by cluster" className="grid">
        {use.clusters.map((one) => (
          <Row key={one.cluster} use={one} />
        ))}
      </ul>
      {use.userAgents.length === 0 ? null : (
        <p className="mt-2 border-t border-line pt-2 text-ink-2">
          With <SafeText text={toolsOf(use).join(", ")} breakable />, as the clients say.
        </p>
      )}
      {use.isShared ? (
        <p className="mt-2 text-open">
          Others are behind the same role and session name too: some of it may be theirs.
        </p>
      ) : null}
      {identity.kind === "username" ? (
        <p className="mt-2">
          <Link href={requestsHref(identity.value)} prefetch={false} className="text-accent hover:underline">
            Its requests
          </Link>
        </p>
      ) : null}
    </Card>
  );
}

function Row({ use: { cluster, days, writes, denials, streams, firstMs, lastMs } }: { use: ClusterUse }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-t border-line py-1 first:border-t-0 md:grid-cols-[minmax(0,1fr)_5rem_12rem_17rem]">
      <Link href={clusterHref(cluster)} prefetch={false} className="text-accent hover:underline">
        <SafeText text={cluster} breakable />
      </Link>
      <span className="text-right text-xs text-ink-2 tabular-nums">{formatPlural(days, "day")}</span>
      <span className="font-mono text-xs text-ink-2 max-md:col-span-2">
        <SpanText range={{ from: firstMs, to: lastMs }} />
      </span>
      <span className="text-xs text-ink-2 tabular-nums max-md:col-span-2 md:text-right">
        {formatPlural(writes, "write")}, <Denials count={denials} />, {formatPlural(streams, "stream")}
      </span>
    </li>
  );
}

function Denials({ count }: { count: number }) {
  const words = `${formatCount(count)} denied`;
  return count === 0 ? words : <span className="text-denied">{words}</span>;
}

function requestsHref(username: string): string {
  return `/requests?${new URLSearchParams({ username })}`;
}
