import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { TimeRange } from "@/lib/domain/time/time-range";
import { type EventSource, SourceError } from "@/lib/ports/event-source";
import type { ClusterLogOptions } from "./cluster-log-options";
import { describeClusterLog } from "./describe-cluster-log";
import { IAM_CALLERS } from "./iam-callers";
import { createLogPace } from "./log-pace";
import { logGroupAbsent } from "./log-problems";
import { createLogReader } from "./log-reader";
import { createLogSource } from "./log-source";

const POLL_MS = 60_000;

/** A time of which nothing else tells. */
export interface PastAudit {
  readonly range: TimeRange;
  /** Why it is read. */
  readonly notice: SourceProblem;
}

/**
 * Of the `kube-apiserver-audit-…` streams what shows who came in through IAM: for clusters whose authenticator log is
 * off, or was: then of that time only. Newest first, whatever the group's class.
 */
export function createAuditLogSource(options: ClusterLogOptions, past?: PastAudit): EventSource {
  const { cluster, shownAs, region, budgetOf } = options;
  const name = past === undefined ? "audit log" : "audit log of the past";
  const descriptor = describeClusterLog(options, "audit-log", name);
  const { group } = descriptor;
  const streamPrefix = "kube-apiserver-audit-";
  const reader = createLogReader({ ...options, group, streamPrefix, only: IAM_CALLERS });
  const pace = createLogPace(reader, budgetOf, POLL_MS);
  return createLogSource({
    descriptor: past === undefined ? descriptor : { ...descriptor, id: `${descriptor.id}/past` },
    ...(past === undefined ? {} : { only: past.range }),
    reader,
    pace,
    what: `the audit log of ${shownAs}`,
    region,
    async read(range, cursor, signal) {
      const page = await reader.read(range, cursor, signal);
      if (page === null) throw new SourceError(logGroupAbsent({ cluster, shownAs, region, group }, null));
      return past === undefined ? page : { ...page, notice: past.notice };
    },
  });
}
