import { createAuditLogSource } from "@/lib/sources/cloudwatch-logs/audit-log-source";
import { toldByAuditLog } from "@/lib/sources/cloudwatch-logs/log-problems";
import { describeCluster, type EksAccess } from "@/lib/sources/eks/list-clusters";
import type { ConnectedAccount, ConnectionContext } from "./connection-context";
import { accessTo, type ClusterToRead } from "./create-sources";
import { findAuditStretch } from "./find-audit-stretch";
import { repeat } from "./repeat";

/**
 * Reads from the audit log what happened while a cluster's authenticator log was off, before somebody switched it on
 * again. Where that cannot be looked up it is tried again, and holds up nothing.
 */
export function readPastAudit(
  account: ConnectedAccount,
  { history, ...place }: ClusterToRead,
  context: ConnectionContext & { readonly eks: EksAccess },
): void {
  const { cluster, shownAs } = place;
  const { clock, signal, eks, lookbackMs } = context;
  void repeat({
    ...context,
    everyMs: null,
    async look() {
      const changes = await history.changesOf(cluster, signal);
      if (changes.length === 0) return;
      const { authenticatorLogOn, auditLogOn: auditOn } = await describeCluster(eks, cluster, signal);
      const stretch = findAuditStretch({ changes, auditOn, nowMs: clock.now() });
      // While it is off the whole audit log is read.
      if (!authenticatorLogOn || stretch === null || stretch.range.to <= clock.now() - lookbackMs) return;
      const notice = toldByAuditLog(shownAs, stretch.switchedOn);
      const past = { range: stretch.range, notice };
      context.onSource(createAuditLogSource(accessTo(account, place, context), past));
    },
    onProblem: () => undefined,
  });
}
