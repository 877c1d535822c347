import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EKSClient } from "@aws-sdk/client-eks";
import { STSClient } from "@aws-sdk/client-sts";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { tellRequests } from "./aws-requests";

export interface AwsClients {
  readonly eks: EKSClient;
  readonly logs: CloudWatchLogsClient;
  readonly sts: STSClient;
  /** CloudTrail is asked in several Regions. */
  trailIn(region: string): CloudTrailClient;
}

/** Our own pacing decides when to ask again; the SDK adds one try for a broken connection. */
const MAX_ATTEMPTS = 2;

/** Clients over the default credential chain or a profile; without a Region the SDK's own rules find one. */
export function createAwsClients(settings: {
  readonly region: string | null;
  readonly profile: string | null;
}): AwsClients {
  const common = { credentials: createCredentials(settings.profile), maxAttempts: MAX_ATTEMPTS };
  const config = {
    ...common,
    ...(settings.region === null ? {} : { region: settings.region }),
    ...(settings.profile === null ? {} : { profile: settings.profile }),
  };
  return {
    eks: tellRequests(new EKSClient(config)),
    logs: tellRequests(new CloudWatchLogsClient(config)),
    sts: tellRequests(new STSClient(config)),
    trailIn: (region) => tellRequests(new CloudTrailClient({ ...common, region })),
  };
}

/** The chain of the AWS CLI; an absent instance-metadata service is given up after a second. */
export function createCredentials(profile: string | null) {
  return fromNodeProviderChain({ timeout: 1_000, maxRetries: 0, ...(profile === null ? {} : { profile }) });
}
