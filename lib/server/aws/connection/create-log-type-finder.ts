import { SourceError } from "@/lib/ports/event-source";
import type { LoggingChange, LoggingHistory } from "@/lib/sources/cloudtrail/logging-history";
import type { FindLogType } from "@/lib/sources/cloudwatch-logs/ask-hourly";
import { describeCluster, type EksAccess } from "@/lib/sources/eks/list-clusters";

export interface LogTypeSearch {
  readonly eks: EksAccess;
  readonly cluster: string;
  readonly history: LoggingHistory;
  /** The authenticator log is off, and the audit log is on. */
  readonly onAuditOnly: () => void;
}

/** Asks EKS whether a cluster's authenticator log is on, and CloudTrail who switched it off. */
export function createLogTypeFinder(search: LogTypeSearch): FindLogType {
  return async (signal) => {
    const found = await describeCluster(search.eks, search.cluster, signal).catch(nullIfRefused);
    if (found === null) return null;
    if (found.authenticatorLogOn) return { on: true, change: null };
    if (found.auditLogOn) search.onAuditOnly();
    return { on: false, change: await whoSwitchedOff("authenticator", search, signal) };
  };
}

/** The same of the audit log. */
export function createAuditLogFinder(search: Omit<LogTypeSearch, "onAuditOnly">): FindLogType {
  return async (signal) => {
    const found = await describeCluster(search.eks, search.cluster, signal).catch(nullIfRefused);
    if (found === null) return null;
    if (found.auditLogOn) return { on: true, change: null };
    return { on: false, change: await whoSwitchedOff("audit", search, signal) };
  };
}

/** Whoever may not look this up still learns that the log is off. */
async function whoSwitchedOff(
  log: "authenticator" | "audit",
  { cluster, history }: Pick<LogTypeSearch, "cluster" | "history">,
  signal: AbortSignal,
): Promise<LoggingChange | null> {
  const changes = await history.changesOf(cluster, signal).catch(() => []);
  const last = changes.find((change) => change[log] !== null);
  return last?.[log] === false ? last : null;
}

function nullIfRefused(error: unknown): null {
  if (error instanceof SourceError) return null;
  throw error;
}
