import Link from "next/link";
import { formatCount, formatPlural } from "@/components/ui/format-count";
import { SafeText } from "@/components/ui/safe-text";
import type { WorkingHolder } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin";
import type { ClusterAdminQuery } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin-query";
import { rangeOf } from "./asked-range";

interface HolderWorkProps {
  readonly holder: WorkingHolder;
  readonly asked: ClusterAdminQuery;
}

/** What somebody did, as far as his requests are kept. */
export function HolderWork({ holder: { did, isShared, usernames }, asked }: HolderWorkProps) {
  if (did === null) return <p className="text-ink-3">No request of theirs in this time is kept.</p>;
  const { requests, denied, most } = did;
  const words = most.map(
    ({ verb, resource, count }) => `${verb} ${resource || "a path"} (${formatCount(count)})`,
  );
  const params = new URLSearchParams({ cluster: asked.cluster, ...rangeOf(asked) });
  for (const username of usernames.slice(0, MOST_NAMES)) params.append("username", username);
  return (
    <p className="text-ink-2">
      <Link href={`/requests?${params}`} prefetch={false} className="text-accent underline">
        {formatPlural(requests, "request")}
      </Link>
      : <SafeText text={words.join(", ")} breakable className="text-ink" />
      {denied > 0 ? `; ${formatCount(denied)} refused` : ""}
      {isShared ? "; some may be another's who came under the same name" : ""}
    </p>
  );
}

const MOST_NAMES = 5;
