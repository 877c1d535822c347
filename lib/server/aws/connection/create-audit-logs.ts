import type { AuditLogs } from "@/lib/ports/audit-logs";
import { type AuditLogOptions, askAuditLog } from "@/lib/sources/cloudwatch-logs/ask-audit-log";

/** The audit logs of the clusters that were found. */
export interface ConnectedAuditLogs extends AuditLogs {
  /** From now on this cluster's can be asked. */
  add(options: AuditLogOptions): void;
}

export function createAuditLogs(): ConnectedAuditLogs {
  const clusters = new Map<string, AuditLogOptions>();
  return {
    add: (options) => void clusters.set(options.shownAs, options),
    ask(question) {
      const options = clusters.get(question.cluster);
      return options === undefined ? null : askAuditLog(options, question);
    },
  };
}
