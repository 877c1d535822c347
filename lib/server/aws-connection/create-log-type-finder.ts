import { SourceError } from "@/lib/ports/event-source";
import { findLoggingChange, type LoggingChangeSearch } from "@/lib/sources/cloudtrail/find-logging-change";
import type { AuthenticatorLogOptions } from "@/lib/sources/cloudwatch-logs/authenticator-log-source";
import { describeCluster, type EksAccess } from "@/lib/sources/eks/list-clusters";

export interface LogTypeSearch {
  readonly eks: EksAccess;
  readonly trail: Omit<LoggingChangeSearch, "nowMs">;
  readonly now: () => number;
  /** The authenticator log is off, and the audit log is on. */
  readonly onAuditOnly: () => void;
}

/** Asks EKS whether a cluster's authenticator log is on, and CloudTrail once who switched it off. */
export function createLogTypeFinder(search: LogTypeSearch): AuthenticatorLogOptions["findLogType"] {
  const { eks, trail, now, onAuditOnly } = search;
  let change: Awaited<ReturnType<typeof findLoggingChange>> = null;
  return async (signal) => {
    const found = await describeCluster(eks, trail.cluster, signal).catch(nullIfRefused);
    if (found === null) return null;
    if (found.authenticatorLogOn) change = null;
    else if (found.auditLogOn) onAuditOnly();
    if (found.authenticatorLogOn) return { on: true, change };
    // Whoever may not look this up still learns that the log is off.
    change ??= await findLoggingChange({ ...trail, nowMs: now() }, signal).catch(() => null);
    return { on: false, change: change?.on === false ? change : null };
  };
}

function nullIfRefused(error: unknown): null {
  if (error instanceof SourceError) return null;
  throw error;
}
