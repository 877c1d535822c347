import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { SourceProblem } from "@/lib/domain/summarize/coverage-report";
import type { Clock } from "@/lib/ports/clock";
import { type EventSource, SourceError } from "@/lib/ports/event-source";
import { toSourceError } from "@/lib/sources/aws/to-source-problem";
import { createCloudTrailSource } from "@/lib/sources/cloudtrail/cloudtrail-source";
import { createAuthenticatorLogSource } from "@/lib/sources/cloudwatch-logs/authenticator-log-source";
import { describeCluster, listClusters } from "@/lib/sources/eks/list-clusters";
import { type AwsClients, createAwsClients } from "./aws-clients";

export interface AwsSettings {
  /** Empty = all clusters of the Region. */
  readonly clusters: readonly string[];
  readonly region: string | null;
  readonly profile: string | null;
}

export interface AwsConnection {
  readonly accountId: string;
  readonly region: string;
  readonly clusters: readonly string[];
  readonly sources: readonly EventSource[];
  /** Clusters that cannot be read, with the reason. */
  readonly problems: readonly { readonly cluster: string; readonly problem: SourceProblem }[];
}

/** Tokens may be checked at STS's global endpoint, which is recorded here (facts: AWS §1.3). */
const GLOBAL_STS_REGION = "us-east-1";

/** Finds out what can be read. Throws SourceError when that is nothing. */
export async function connectAws(settings: AwsSettings, clock: Clock): Promise<AwsConnection> {
  const clients = createAwsClients(settings);
  const region = await findRegion(clients);
  const accountId = await findAccount(clients, region);
  const named = settings.clusters.length > 0 ? settings.clusters : await listClusters(clients.eks, region);
  const found = await Promise.all(named.map((name) => tryCluster(clients, name, region)));
  const problems = found.flatMap((result) => ("problem" in result ? [result] : []));
  const clusters = found.flatMap((result) => ("problem" in result ? [] : [result]));
  if (clusters.length === 0)
    throw new SourceError(await nothingToServe(clients, region, problems[0]?.problem));
  const logs = clusters.map(({ name, authenticatorLogOn }) =>
    createAuthenticatorLogSource({
      client: clients.logs,
      clock,
      cluster: name,
      accountId,
      region,
      logTypeOn: authenticatorLogOn,
    }),
  );
  const trails = [...new Set([region, GLOBAL_STS_REGION])].map((trailRegion) =>
    createCloudTrailSource({ client: clients.trailIn(trailRegion), clock, accountId, region: trailRegion }),
  );
  return {
    accountId,
    region,
    clusters: clusters.map(({ name }) => name),
    sources: [...logs, ...trails],
    problems,
  };
}

async function findRegion(clients: AwsClients): Promise<string> {
  const region = await clients.sts.config.region().catch(() => "");
  if (/^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/.test(region)) return region;
  const message = region === "" ? "No AWS Region is set." : `${JSON.stringify(region)} is no AWS Region.`;
  const remedy = "Name it: npm start -- --region eu-west-1 (or set AWS_REGION, or a Region in the profile).";
  throw new SourceError({ code: "invalid-region", message, remedy, permission: null });
}

async function findAccount(clients: AwsClients, region: string): Promise<string> {
  try {
    const { Account } = await clients.sts.send(new GetCallerIdentityCommand({}));
    return Account ?? "";
  } catch (error) {
    throw toSourceError(error, { what: `AWS in ${region}`, region, action: "sts:GetCallerIdentity" });
  }
}

async function tryCluster(clients: AwsClients, name: string, region: string) {
  try {
    return await describeCluster(clients.eks, name, region);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { cluster: name, problem: error.problem };
  }
}

async function nothingToServe(
  clients: AwsClients,
  region: string,
  first: SourceProblem | undefined,
): Promise<SourceProblem> {
  if (first !== undefined && first.code !== "not-found") return first;
  const there = await listClusters(clients.eks, region).catch(() => []);
  const remedy =
    there.length === 0
      ? `There is no EKS cluster in ${region}, or eks:ListClusters is not allowed. Name another Region with --region.`
      : `Clusters in ${region}: ${there.join(", ")}. Choose one with --cluster, or another Region with --region.`;
  return {
    code: "not-found",
    message: first?.message ?? `No cluster found in ${region}.`,
    remedy,
    permission: null,
  };
}
