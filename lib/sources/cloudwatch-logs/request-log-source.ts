import { type EventSource, SourceError } from "@/lib/ports/event-source";
import { withUrgency } from "@/lib/ports/request-budget";
import { askHourly, type FindLogType } from "./ask-hourly";
import type { ClusterLogOptions } from "./cluster-log-options";
import { describeClusterLog } from "./describe-cluster-log";
import { KEPT_REQUESTS } from "./kept-requests";
import { createLogPace } from "./log-pace";
import { auditLogOff, logGroupAbsent } from "./log-problems";
import { createLogReader } from "./log-reader";
import { createLogSource } from "./log-source";

const POLL_MS = 60_000;

export interface RequestLogOptions extends ClusterLogOptions {
  /** Of the audit log: an "off" explains why there is nothing. */
  readonly findLogType: FindLogType;
}

/**
 * Of the `kube-apiserver-audit-…` streams the requests that are kept: what callers who came in through IAM changed, were
 * denied, or opened into a pod. Newest first, and only when no other request to the same API waits: attempts come first.
 */
export function createRequestLogSource(options: RequestLogOptions): EventSource {
  const { cluster, shownAs, region } = options;
  const descriptor = describeClusterLog(options, "request-log", "requests in the audit log");
  const { group } = descriptor;
  const owner = { cluster, shownAs, region, group };
  const budgetOf: ClusterLogOptions["budgetOf"] = (api) => withUrgency(options.budgetOf(api), "spare");
  const findLogType = askHourly(options.clock, options.findLogType);
  const streamPrefix = "kube-apiserver-audit-";
  const reader = createLogReader({ ...options, budgetOf, group, streamPrefix, only: KEPT_REQUESTS });
  const pace = createLogPace(reader, budgetOf, POLL_MS);
  return createLogSource({
    descriptor,
    reader,
    pace,
    what: `the audit log of ${shownAs}`,
    region,
    async read(range, cursor, signal) {
      const page = await reader.read(range, cursor, signal);
      if (page !== null && (page.found || page.cursor !== null)) return page;
      const state = await findLogType(signal);
      if (state?.on === false) throw new SourceError(auditLogOff(owner, state.change));
      if (page === null) throw new SourceError(logGroupAbsent(owner, null));
      return page;
    },
  });
}
