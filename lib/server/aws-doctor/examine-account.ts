import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { ListClustersCommand } from "@aws-sdk/client-eks";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { Clock } from "@/lib/ports/clock";
import { SourceError } from "@/lib/ports/event-source";
import { takeRole } from "../aws-connection/take-role";
import { type AwsClients, createAwsClients } from "../aws-clients";
import { createRenewable, loadCredentials } from "../aws-credentials";
import type { AccountPlan, RegionPlan } from "../aws-plan";
import { trailRegionsOf } from "../aws-regions";
import { type Finding, unwell, well } from "../doctor/finding";
import { examineCluster } from "./examine-cluster";
import { type Patient, tryAction } from "./try-action";
import { watchDate } from "./watch-date";

export interface AccountContext {
  readonly clock: Clock;
  /** Whom the account's policy is for. */
  readonly attachTo: string;
  /** Our clock less AWS's, in milliseconds; told with each answer of STS. */
  readonly onSkew: (skewMs: number) => void;
}

/** Who we are in an account, and each permission there by itself, each really used. */
export async function examineAccount(
  plan: AccountPlan,
  context: AccountContext,
): Promise<readonly Finding[]> {
  const patient = { plan, attachTo: context.attachTo };
  const { clients, findings } = await connect(plan, context);
  if (clients === null) return findings;
  const accountId = findings.at(-1)?.subject ?? "";
  const regions = await Promise.all(
    plan.regions.map((region) => examineRegion({ patient, clients, accountId }, region)),
  );
  const trails = await Promise.all(
    trailRegionsOf(plan.regions.map(({ region }) => region)).map((region) =>
      examineTrail({ patient, clients, accountId }, region),
    ),
  );
  return [...findings, ...regions.flat(), ...trails];
}

interface Connection {
  readonly clients: AwsClients | null;
  /** The last is of the credentials; its subject is the account when they are good. */
  readonly findings: readonly Finding[];
}

async function connect(plan: AccountPlan, context: AccountContext): Promise<Connection> {
  const base = createRenewable(() => loadCredentials(plan.profile), context.clock);
  const region = plan.regions[0]?.region ?? "";
  const own = createAwsClients(base);
  watchDate(own.sts(region), context.clock.now, context.onSkew);
  if (plan.roleArn === null) return identify(plan, own, region);
  const { roleArn, externalId } = plan;
  try {
    const signal = new AbortController().signal;
    const budget = { send: <T>(request: () => Promise<T>) => request(), isSlowed: () => false };
    const credentials = await takeRole({
      client: own.sts(region),
      region,
      roleArn,
      externalId,
      budget,
      signal,
    });
    const clients = createAwsClients({ get: async () => credentials, forget: () => undefined });
    const { findings, clients: identified } = await identify(plan, clients, region);
    return { clients: identified, findings: [well("role", roleArn, "can be taken"), ...findings] };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { message, remedy, command = "" } = error.problem;
    const words = { message, remedy: `${remedy} ${command}`.trim() };
    return { clients: null, findings: [unwell("role", roleArn, words, { permission: "sts:AssumeRole" })] };
  }
}

async function identify(plan: AccountPlan, clients: AwsClients, region: string): Promise<Connection> {
  const subject = plan.id ?? plan.profile ?? "default credentials";
  const { value, finding } = await tryAction(
    { plan, attachTo: "" },
    {
      action: "sts:GetCallerIdentity",
      region,
      subject,
      what: `AWS in ${region}`,
      send: () => clients.sts(region).send(new GetCallerIdentityCommand({})),
    },
  );
  const { Account: account = "", Arn: arn = "" } = value ?? {};
  if (value === null) return { clients: null, findings: [{ ...finding, check: "credentials" }] };
  if (plan.id === null || plan.id === account)
    return { clients, findings: [well("credentials", account, `they are of ${arn}`)] };
  const remedy =
    "Correct the id in the config, or add role: with a role of that account, or profile: with its own.";
  const message = `they are of ${arn}, not of account ${plan.id}`;
  return { clients: null, findings: [unwell("credentials", subject, { message, remedy })] };
}

interface Identified {
  readonly patient: Patient;
  readonly clients: AwsClients;
  readonly accountId: string;
}

/** One cluster after the other: many at once would meet the quota. */
async function examineRegion(
  { patient, clients, accountId }: Identified,
  plan: RegionPlan,
): Promise<Finding[]> {
  const region = plan.region ?? "";
  const findings: Finding[] = [];
  let names = plan.clusters === "all" ? [] : plan.clusters.map(({ name }) => name);
  if (plan.clusters === "all") {
    const listed = await tryAction(patient, {
      action: "eks:ListClusters",
      region,
      subject: `${accountId} ${region}`,
      what: `the list of clusters in ${region}`,
      send: () => clients.eks(region).send(new ListClustersCommand({ maxResults: 100 })),
    });
    findings.push(listed.finding);
    names = listed.value?.clusters ?? [];
  }
  for (const cluster of names) {
    const place = { eks: clients.eks(region), logs: clients.logs(region), accountId, region, cluster };
    findings.push(...(await examineCluster({ patient, ...place })));
  }
  return findings;
}

async function examineTrail({ patient, clients, accountId }: Identified, region: string): Promise<Finding> {
  const { finding } = await tryAction(patient, {
    action: "cloudtrail:LookupEvents",
    region,
    subject: `${accountId} ${region}`,
    what: `CloudTrail of ${accountId} in ${region}`,
    send: () => clients.trail(region).send(new LookupEventsCommand({ MaxResults: 1 })),
  });
  return finding;
}
