import type { CloudTrailRecord } from "../../parse/cloudtrail-record";
import type { EpochMs } from "../../time/time-range";

/** With what somebody acted, as far as a record or a log line tells. What it does not tell is null. */
export interface Credentials {
  /** CloudTrail's `userIdentity.type`; "" where only a log line tells of them. */
  readonly type: string;
  readonly accessKeyId: string | null;
  /** `AROA…:session`, `AIDA…`, the account number (root) or `account:name` (federated user). */
  readonly principalId: string | null;
  readonly arn: string | null;
  readonly accountId: string | null;
  /** Name of an IAM user; subject of a federated one. */
  readonly userName: string | null;
  /** When they were issued, in whole seconds. */
  readonly createdMs: EpochMs | null;
  /** Identity Center's id of the person they stand for. */
  readonly userId: string | null;
  /** Set when a role was first assumed, and kept by those that follow. */
  readonly sourceIdentity: string | null;
  /** The sign-in that they go on with (`aws login`, agents); absent where a former version stored them. */
  readonly signInSessionArn?: string | null;
  /** AssumeRoot made it an account's root; absent where it did not. */
  readonly isAssumedRoot?: true;
  /** An AWS service that acted. */
  readonly service: string | null;
  /** Of a federated identity: ARN or name of its provider. */
  readonly provider: string | null;
  /** Of a role session its role, of a federated user the user who named him. */
  readonly issuerArn: string | null;
  /** An instance got them from its metadata service. */
  readonly isFromInstanceMetadata: boolean;
}

/** Those that made the call which the record tells of (facts: aws §5). */
export function readCredentials({ identity }: Pick<CloudTrailRecord, "identity">): Credentials {
  return {
    type: identity.type,
    accessKeyId: identity.accessKeyId,
    principalId: identity.principalId,
    arn: identity.arn,
    accountId: identity.accountId,
    userName: identity.userName,
    createdMs: identity.sessionCreatedMs,
    userId: identity.onBehalfOfUserId,
    sourceIdentity: identity.sourceIdentity,
    signInSessionArn: identity.signInSessionArn,
    ...(identity.isAssumedRoot && { isAssumedRoot: true }),
    service: identity.type === "AWSService" ? identity.invokedBy : null,
    provider: identity.identityProvider,
    issuerArn: identity.sessionIssuer?.arn ?? null,
    isFromInstanceMetadata: identity.isFromInstanceMetadata,
  };
}
