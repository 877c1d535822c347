import type { SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import { formatMinute } from "@/lib/domain/time/format-time";

/** Whose log it is, and where. */
export interface LogOwner {
  /** Its name in EKS. */
  readonly cluster: string;
  /** Its name on the screens. */
  readonly shownAs: string;
  readonly region: string;
  readonly group: string;
}

/** What EKS says of the log type. */
export interface LogTypeState {
  readonly on: boolean;
  /** Who switched it off and when, where CloudTrail tells. */
  readonly change: { readonly timeMs: number; readonly by: string | null } | null;
}

/** The log type is off: nothing is written, whatever stands there from before. */
export function logTypeOff(
  { cluster, shownAs, region }: LogOwner,
  change: LogTypeState["change"],
): SourceProblem {
  return {
    code: "log-type-off",
    message: `The authenticator log of ${shownAs} is switched off${sinceWhen(change)}, and nothing of this time is stored.`,
    remedy: "Switch it on; what it writes from then on can be read:",
    ...(change === null ? {} : { sinceMs: change.timeMs }),
    command: switchOn({ region, cluster }, "authenticator"),
    permission: null,
  };
}

/** The same of the audit log: attempts are told all the same, what was done is not. */
export function auditLogOff(
  { cluster, shownAs, region }: LogOwner,
  change: LogTypeState["change"],
): SourceProblem {
  return {
    code: "log-type-off",
    message: `Audit logging is off at ${shownAs}${sinceWhen(change)}: who did what there cannot be told.`,
    remedy: "Attempts are told without it. Switch it on, and what is done from then on can be read:",
    ...(change === null ? {} : { sinceMs: change.timeMs }),
    command: switchOn({ region, cluster }, "audit"),
    permission: null,
  };
}

function switchOn({ region, cluster }: Pick<LogOwner, "region" | "cluster">, type: string): string {
  return `aws eks update-cluster-config --region ${region} --name ${cluster} --logging '{"clusterLogging":[{"types":["${type}"],"enabled":true}]}'`;
}

/** Said of the audit log, which is read for the past only. `switchedOn`: the change that ended it. */
export function toldByAuditLog(
  shownAs: string,
  switchedOn: NonNullable<LogTypeState["change"]>,
): SourceProblem {
  const until = `${formatMinute(switchedOn.timeMs)} (UpdateClusterConfig by ${switchedOn.by ?? "somebody unknown"})`;
  return {
    code: "told-by-audit-log",
    message: `Until ${until} the authenticator log of ${shownAs} was off, or may have been: who got in then is told from its audit log. Denials of that time are not known.`,
    remedy: "Nothing to do.",
    permission: null,
  };
}

/** EKS has the log type off by default, and then no record says so. */
function sinceWhen(change: LogTypeState["change"]): string {
  if (change === null) return "";
  return ` since ${formatMinute(change.timeMs)} (UpdateClusterConfig by ${change.by ?? "somebody unknown"})`;
}

/** `isOn`: what EKS says of the log type; null = it does not say. */
export function logGroupAbsent({ shownAs, region, group }: LogOwner, isOn: boolean | null): SourceProblem {
  const although = isOn === true ? ", although EKS says that the authenticator log is on" : "";
  return {
    code: "log-group-absent",
    message: `There is no log group ${group} of ${shownAs} in ${region}${although}.`,
    remedy:
      "EKS makes it within minutes of switching a log type on; somebody may have deleted it since. See which there are:",
    command: `aws logs describe-log-groups --region ${region} --log-group-name-prefix /aws/eks/`,
    permission: null,
  };
}

/** The log is on and can be read, and there is nothing in it. */
export function logEmpty({ shownAs, region, group }: LogOwner, sinceMs: number): SourceProblem {
  return {
    code: "log-empty",
    message: `The authenticator log of ${shownAs} is on, and holds no line since ${formatMinute(sinceMs)}.`,
    remedy: "It may have been switched on just now, or its lines have expired. See which streams there are:",
    command: `aws logs describe-log-streams --region ${region} --log-group-name ${group} --log-stream-name-prefix authenticator-`,
    permission: null,
  };
}
