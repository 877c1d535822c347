import { SourceError } from "@/lib/ports/event-source";
import type { LoggingHistory } from "@/lib/sources/cloudtrail/logging-history";
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
  const { eks, cluster, history, onAuditOnly } = search;
  return async (signal) => {
    const found = await describeCluster(eks, cluster, signal).catch(nullIfRefused);
    if (found === null) return null;
    if (found.authenticatorLogOn) return { on: true, change: null };
    if (found.auditLogOn) onAuditOnly();
    // Whoever may not look this up still learns that the log is off.
    const changes = await history.changesOf(cluster, signal).catch(() => []);
    const last = changes.find(({ authenticator }) => authenticator !== null);
    return { on: false, change: last?.authenticator === false ? last : null };
  };
}

/** The same of the audit log. */
export function createAuditLogFinder(search: Omit<LogTypeSearch, "onAuditOnly">): FindLogType {
  const { eks, cluster, history } = search;
  return async (signal) => {
    const found = await describeCluster(eks, cluster, signal).catch(nullIfRefused);
    if (found === null) return null;
    if (found.auditLogOn) return { on: true, change: null };
    const changes = await history.changesOf(cluster, signal).catch(() => []);
    const last = changes.find(({ audit }) => audit !== null);
    return { on: false, change: last?.audit === false ? last : null };
  };
}

function nullIfRefused(error: unknown): null {
  if (error instanceof SourceError) return null;
  throw error;
}
