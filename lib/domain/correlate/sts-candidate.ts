import type { CloudTrailRecord } from "../parse/cloudtrail-record";
import type { EpochMs } from "../time/time-range";

/** A GetCallerIdentity that an authenticator may have made. */
export interface StsCandidate {
  readonly recordId: string;
  /** CloudTrail's id: equal ids are one event, delivered twice. */
  readonly eventId: string;
  /** With precision "s" any instant of `[timeMs, timeMs + 999]`. */
  readonly timeMs: EpochMs;
  readonly timePrecision: "ms" | "s";
  readonly region: string;
  readonly accountId: string | null;
  readonly accessKeyId: string | null;
  /** `AROA…:session`, `AIDA…`, the account number (root) or `account:name` (federated user). */
  readonly principalId: string | null;
  readonly arn: string | null;
  readonly userAgent: string | null;
  /** `<account>/<region>`: where the record was read. */
  readonly stream: string;
}

/**
 * The record as a candidate, or null: not a successful GetCallerIdentity, or not by `Go-http-client/`, the agent
 * of the authenticator's verifier (facts: AWS §4.1). A person's own `aws sts get-caller-identity` has another agent.
 */
export function toStsCandidate(
  record: CloudTrailRecord,
  ids: { readonly recordId: string; readonly stream: string },
): StsCandidate | null {
  if (record.eventName !== "GetCallerIdentity" || record.eventSource !== "sts.amazonaws.com") return null;
  if (record.errorCode !== null || !record.userAgent?.startsWith("Go-http-client/")) return null;
  const { identity } = record;
  return {
    recordId: ids.recordId,
    eventId: record.eventId,
    timeMs: record.timeMs,
    timePrecision: record.timePrecision,
    region: record.region,
    accountId: identity.accountId ?? record.recipientAccountId,
    accessKeyId: identity.accessKeyId,
    principalId: identity.principalId,
    arn: identity.arn,
    userAgent: record.userAgent,
    stream: ids.stream,
  };
}
