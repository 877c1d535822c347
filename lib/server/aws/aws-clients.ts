import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EKSClient } from "@aws-sdk/client-eks";
import { IdentitystoreClient } from "@aws-sdk/client-identitystore";
import { S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { codeOf } from "@/lib/sources/aws/to-source-problem";
import type { Credentials, RenewableCredentials } from "./aws-credentials";
import { mainRegionOf } from "./aws-regions";
import { type AwsClient, tellRequests } from "./aws-requests";
import { nameDisabledRegion, refuseForeignAnswers } from "./check-aws-answers";

/** The clients of one account: one for each service and Region. */
export interface AwsClients {
  eks(region: string): EKSClient;
  identityStore(region: string): IdentitystoreClient;
  logs(region: string): CloudWatchLogsClient;
  sts(region: string): STSClient;
  trail(region: string): CloudTrailClient;
  s3(region: string): S3Client;
  /** Whose clients they are. */
  credentials(): Promise<Credentials>;
}

/** Our own budget decides when to ask again: a retry of the SDK's would go past it. */
const MAX_ATTEMPTS = 1;
/** A connection that does not come about is given up in time to say so; a page of a megabyte may take its time. */
const TIMEOUTS = { connectionTimeout: 3_000, requestTimeout: 8_000, throwOnRequestTimeout: true };
/** Makes the SDK ask for the credentials at each request: when to renew them is decided here, by our clock. */
const ASK_EACH_TIME = new Date(0);

export function createAwsClients(credentials: RenewableCredentials): AwsClients {
  const settings = {
    credentials: async () => ({ ...(await credentials.get()), expiration: ASK_EACH_TIME }),
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: TIMEOUTS,
  };
  const bare = <C extends AwsClient>(client: C) =>
    tellRequests(refuseForeignAnswers(renewWhenExpired(client, credentials)));
  const main = onePerRegion((region) => bare(new STSClient({ ...settings, region })));
  const isKnownElsewhere = async (region: string) => {
    if (region === mainRegionOf(region)) return false;
    const asked = main(mainRegionOf(region)).send(new GetCallerIdentityCommand({}));
    return asked.then(
      () => true,
      () => false,
    );
  };
  const made = <C extends AwsClient>(create: (region: string) => C) =>
    onePerRegion((region) => nameDisabledRegion(bare(create(region)), () => isKnownElsewhere(region)));
  return {
    eks: made((region) => new EKSClient({ ...settings, region })),
    identityStore: made((region) => new IdentitystoreClient({ ...settings, region })),
    logs: made((region) => new CloudWatchLogsClient({ ...settings, region })),
    sts: made((region) => new STSClient({ ...settings, region })),
    trail: made((region) => new CloudTrailClient({ ...settings, region })),
    s3: made((region) => new S3Client({ ...settings, region })),
    credentials: () => credentials.get(),
  };
}

function onePerRegion<C>(create: (region: string) => C): (region: string) => C {
  const made = new Map<string, C>();
  return (region) => {
    const client = made.get(region) ?? create(region);
    made.set(region, client);
    return client;
  };
}

type Handler = (args: unknown) => Promise<unknown>;

/** A request that AWS refuses since the credentials have expired is sent once more, with new ones. */
function renewWhenExpired<C extends AwsClient>(client: C, credentials: RenewableCredentials): C {
  const stack = client.middlewareStack as {
    add(middleware: (next: Handler) => Handler, place: object): void;
  };
  stack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (codeOf(error) !== "expired-credentials") throw error;
        credentials.forget();
        return next(args);
      }
    },
    { name: "renewWhenExpired", step: "initialize" },
  );
  return client;
}
