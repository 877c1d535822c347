import { adminHolders } from "@/lib/domain/summarize/questions/cluster-admin/admin-holder";
import {
  type ClusterAdmin,
  clusterAdmin,
} from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin";
import type { ClusterAdminQuery } from "@/lib/domain/summarize/questions/cluster-admin/cluster-admin-query";
import { whyLogSilent } from "@/lib/domain/summarize/questions/why-log-silent";
import type { Viewer } from "@/lib/ports/viewer";
import { entranceLog } from "./entrance-log";
import type { InvestigationContext } from "../investigation-context";
import { readEntrances } from "./read-entrances";
import { recentCallers } from "../identities/recent-callers";

const MOST_WORK = 5_000;
const MOST_USERNAMES = 2_000;
/** What gives rights, and what maps to whom they are given. */
const CUT_BY = ["access-policy", "access-entry", "rbac", "aws-auth", "mode"] as const;

/** Who came in to a cluster with all rights, and who could have; null = no such cluster. */
export async function askClusterAdmin(
  _viewer: Viewer,
  { cluster, range }: ClusterAdminQuery,
  context: InvestigationContext,
): Promise<ClusterAdmin | null> {
  const { store } = context;
  const sources = await store.coverage();
  if (!sources.some((source) => source.cluster === cluster)) return null;
  const [read, seen] = await Promise.all([
    readEntrances({ cluster, range, cutBy: CUT_BY, sources }, context),
    recentCallers(cluster, context),
  ]);
  const { isWhole, stretches, uncut, now } = read;
  const holders = adminHolders(read.entrances, stretches);
  const usernames = [...new Set(holders.flatMap((holder) => holder.usernames))].slice(0, MOST_USERNAMES);
  const requestLog = { kind: "request-log", name: "audit log, which tells what they did," } as const;
  return clusterAdmin({
    ...{ cluster, holders, isWhole, stretches, uncut, now, seen },
    work: await store.workOf({ cluster, range, usernames, limit: MOST_WORK }),
    unread: whyLogSilent({ ...entranceLog(cluster, sources), cluster, range }, sources),
    workUnread: whyLogSilent({ ...requestLog, cluster, range }, sources),
  });
}
