import type { EpochMs } from "../time/time-range";

/** The fields of a CloudTrail record that Gatebook uses (facts: aws §4, §5). Everything optional in the record is null here. */
export interface CloudTrailRecord {
  readonly eventId: string;
  readonly eventName: string;
  readonly eventSource: string;
  readonly eventVersion: string | null;
  /** From `additionalEventData.ExtendedRequestId` where present, else `eventTime`. */
  readonly timeMs: EpochMs;
  readonly timePrecision: "ms" | "s";
  /** `eventTime`, in whole seconds: the same in every copy of the record. */
  readonly eventTimeMs: EpochMs;
  readonly region: string;
  readonly recipientAccountId: string | null;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly requestId: string | null;
  readonly sharedEventId: string | null;
  readonly readOnly: boolean | null;
  /** `tlsDetails.clientProvidedHostHeader`: the STS host that was asked. */
  readonly hostHeader: string | null;
  readonly endpointType: string | null;
  readonly servingRegion: string | null;
  readonly identity: UserIdentity;
  /** `requestParameters` of the AssumeRole family. */
  readonly request: { readonly roleArn: string | null; readonly roleSessionName: string | null } | null;
  /** `responseElements` of the AssumeRole family. */
  readonly issued: {
    readonly accessKeyId: string | null;
    readonly arn: string | null;
    readonly principalId: string | null;
  } | null;
  /** What tells where credentials came from; null where the event issues none and is no sign-in. */
  readonly issue: IssueDetails | null;
}

/** What the events that issue credentials, and sign-ins, say beside `request` and `issued` (facts: aws §4). */
export interface IssueDetails {
  /** Who signed in, in the words of his identity provider: `subject`, `subjectFromWebIdentityToken`, or `UserName` of a sign-in. */
  readonly subject: string | null;
  /** ARN or URL of the identity provider. */
  readonly provider: string | null;
  /** Identity Center's id of the person whom an application got a token for (CreateTokenWithIAM). */
  readonly userId: string | null;
  /** `requestParameters.sourceIdentity`: kept through role chaining. */
  readonly sourceIdentity: string | null;
  /** Tags that EKS Pod Identity gives its sessions; absent ones are null. */
  readonly pod: PodTags | null;
  /** Whose role's credentials the portal fetched: name of the permission set, and account. */
  readonly portalRole: { readonly name: string; readonly accountId: string } | null;
  /** Of AssumeRoleForPodIdentity. */
  readonly clusterName: string | null;
  /** Account or ARN whose root AssumeRoot became. */
  readonly targetPrincipal: string | null;
  /**
   * Ties the events of a person's portal to each other; of CreateTokenWithIAM the one that it gave out (facts: aws §4.10).
   * This and the next are absent where a former version stored them.
   */
  readonly credentialId?: string | null;
  /** The sign-in that an OAuth token stands for: what is done with it names the same. */
  readonly signInSessionArn?: string | null;
}

export interface PodTags {
  readonly cluster: string | null;
  readonly namespace: string | null;
  readonly serviceAccount: string | null;
  readonly pod: string | null;
}

export interface UserIdentity {
  /** As recorded, or "" when the record has no userIdentity. */
  readonly type: string;
  readonly principalId: string | null;
  readonly arn: string | null;
  readonly accountId: string | null;
  readonly accessKeyId: string | null;
  readonly userName: string | null;
  readonly identityProvider: string | null;
  readonly invokedBy: string | null;
  readonly onBehalfOfUserId: string | null;
  /** The identity store that has the user of this id. */
  readonly identityStoreArn: string | null;
  /** Of an Identity Center user: ties the events of his portal to each other. */
  readonly credentialId: string | null;
  readonly sourceIdentity: string | null;
  /** `sessionContext.signInSessionArn`: the sign-in that `aws login`, or an agent, goes on with. */
  readonly signInSessionArn: string | null;
  /** `sessionContext.assumedRoot`: AssumeRoot gave the credentials, and nobody signed in as root. */
  readonly isAssumedRoot: boolean;
  /** `sessionContext.ec2RoleDelivery`: the instance metadata service gave these credentials out. */
  readonly isFromInstanceMetadata: boolean;
  readonly mfaAuthenticated: boolean | null;
  /** `sessionContext.attributes.creationDate`. */
  readonly sessionCreatedMs: EpochMs | null;
  readonly sessionIssuer: {
    readonly type: string | null;
    readonly arn: string | null;
    readonly principalId: string | null;
    readonly accountId: string | null;
    readonly userName: string | null;
  } | null;
}
