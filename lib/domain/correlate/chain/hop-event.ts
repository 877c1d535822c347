import type { CloudTrailRecord, IssueDetails } from "../../parse/cloudtrail-record";
import type { EpochMs } from "../../time/time-range";
import { type Credentials, readCredentials } from "./credentials";
import { type HopKind, hopKindOf } from "./hop-kind";

/** A CloudTrail event that can stand in a chain: it issued credentials, or somebody signed in by it. */
export interface HopEvent {
  readonly recordId: string;
  /** CloudTrail's id: equal ids are one event, delivered twice. */
  readonly eventId: string;
  readonly kind: HopKind;
  readonly timeMs: EpochMs;
  /** `eventTime`, in whole seconds. */
  readonly eventTimeMs: EpochMs;
  readonly region: string;
  /** Whose trail has it. */
  readonly accountId: string | null;
  /** Both records of one call across accounts carry it. */
  readonly sharedEventId: string | null;
  /** Who made the call. */
  readonly by: Credentials;
  /** What the call gave out; null = nothing that the record names. */
  readonly issued: Issued | null;
  readonly details: IssueDetails;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  /** `<account>/<region>`: where the record was read. */
  readonly stream: string;
}

export interface Issued {
  readonly accessKeyId: string | null;
  /** `AROA…:session`, or `account:name` of a federated user. */
  readonly principalId: string | null;
  readonly arn: string | null;
}

/** The record as an event of a chain; null: it is none, or it failed and issued nothing. */
export function toHopEvent(
  record: CloudTrailRecord,
  ids: { readonly recordId: string; readonly stream: string },
): HopEvent | null {
  const kind = hopKindOf(record);
  if (kind === null || record.issue === null || record.errorCode !== null) return null;
  return {
    ...ids,
    eventId: record.eventId,
    kind,
    timeMs: record.timeMs,
    eventTimeMs: record.eventTimeMs,
    region: record.region,
    accountId: record.recipientAccountId ?? record.identity.accountId,
    sharedEventId: record.sharedEventId,
    by: readCredentials(record),
    issued: record.issued,
    details: record.issue,
    sourceIp: record.sourceIp,
    userAgent: record.userAgent,
  };
}
