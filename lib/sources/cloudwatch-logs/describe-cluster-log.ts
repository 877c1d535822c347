import type { SourceKind } from "@/lib/domain/summarize/coverage/coverage-report";
import type { SourceDescriptor } from "@/lib/ports/event-source";
import { eksLogGroup } from "../aws/eks-log-group";
import type { ClusterLogOptions } from "./cluster-log-options";

/** What is read of a cluster's logs as one source; `name`: what the log is, for people. */
export function describeClusterLog(
  { cluster, shownAs, accountId, region }: ClusterLogOptions,
  kind: SourceKind,
  name: string,
): SourceDescriptor {
  return {
    id: `${kind}/${accountId}/${region}/${cluster}`,
    kind,
    label: `${shownAs} · ${name}`,
    cluster: shownAs,
    accountId,
    region,
    group: eksLogGroup(cluster),
  };
}
