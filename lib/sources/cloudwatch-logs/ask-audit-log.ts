import type { AuditQuestion, AuditReading } from "@/lib/ports/audit-logs";
import { SourceError } from "@/lib/ports/event-source";
import { type Urgency, withUrgency } from "@/lib/ports/request-budget";
import { eksLogGroup } from "../aws/eks-log-group";
import { toSourceError } from "../aws/to-source-problem";
import type { FindLogType } from "./ask-hourly";
import type { ClusterLogOptions } from "./cluster-log-options";
import { NEWEST_FIRST_SINCE } from "./filter-log-events";
import { createLogPace } from "./log-pace";
import { auditLogOff, logGroupAbsent } from "./log-problems";
import { createLogReader } from "./log-reader";
import { sessionRequests } from "./session-requests";

export interface AuditLogOptions extends ClusterLogOptions {
  /** Of the audit log: an "off" explains why there is nothing. */
  readonly findLogType: FindLogType;
}

const STREAM_PREFIX = "kube-apiserver-audit-";

/** Asks the `kube-apiserver-audit-…` streams of a cluster for all requests of one session. */
export function askAuditLog(options: AuditLogOptions, question: AuditQuestion): AuditReading {
  const { cluster, shownAs, region } = options;
  const group = eksLogGroup(cluster);
  const owner = { cluster, shownAs, region, group };
  const only = sessionRequests(question.mark);
  let urgency: Urgency = "interactive";
  const budgetOf: ClusterLogOptions["budgetOf"] = (api) => withUrgency(options.budgetOf(api), urgency);
  const reader = createLogReader({ ...options, budgetOf, group, streamPrefix: STREAM_PREFIX, only });
  const pace = createLogPace(reader, options.budgetOf, 0);
  const range = { from: Math.max(question.range.from, NEWEST_FIRST_SINCE), to: question.range.to };
  return {
    async read(cursor, { signal, ...how }) {
      urgency = how.urgency;
      try {
        const page = await reader.read(range, cursor, signal);
        if (page === null) throw new SourceError(logGroupAbsent(owner, null));
        return { records: page.records, cursor: page.cursor, notice: page.notice ?? null };
      } catch (error) {
        signal.throwIfAborted();
        throw toSourceError(error, { what: `the audit log of ${shownAs}`, region, action: pace.action });
      }
    },
    async whyNothing(signal) {
      const state = await options.findLogType(signal);
      return state?.on === false ? auditLogOff(owner, state.change) : null;
    },
    kept: reader.kept,
    isByQuery: reader.isByQuery,
    isSlowed: pace.isSlowed,
    command: () =>
      reader.isByQuery()
        ? null
        : `aws logs filter-log-events --region ${region} --log-group-name ${group} --log-stream-name-prefix ${STREAM_PREFIX} --start-time ${range.from} --end-time ${range.to - 1} --filter-pattern '${only.pattern}'`,
  };
}
