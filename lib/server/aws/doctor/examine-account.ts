import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { ListClustersCommand } from "@aws-sdk/client-eks";
import type { AwsClients } from "../aws-clients";
import type { AccountPlan, RegionPlan } from "../aws-plan";
import { trailRegionsOf } from "../aws-regions";
import type { Finding } from "../../doctor/finding";
import { type AccountContext, connectPatient } from "./connect-patient";
import { examineCluster } from "./examine-cluster";
import { examinePeople } from "./examine-people";
import { examineTrail } from "./examine-trail";
import { type Patient, tryAction } from "./try-action";

/** Who we are in an account, and each permission there by itself, each really used. */
export async function examineAccount(
  plan: AccountPlan,
  context: AccountContext,
): Promise<readonly Finding[]> {
  const patient = { plan, attachTo: context.attachTo };
  const { clients, findings } = await connectPatient(plan, context);
  if (clients === null) return findings;
  const accountId = findings.at(-1)?.subject ?? "";
  const identified = { patient, clients, accountId };
  const regions = await Promise.all(plan.regions.map((region) => examineRegion(identified, region)));
  const traced = trailRegionsOf(plan.regions.map(({ region }) => region));
  const history = await Promise.all(traced.map((region) => examineHistory(identified, region)));
  const people = await Promise.all(
    traced.map((region) => examinePeople({ ...identified, region, clock: context.clock })),
  );
  const trails = await Promise.all(
    plan.trails.map((trail) => examineTrail({ ...identified, trail, regions: traced })),
  );
  return [...findings, ...regions.flat(), ...history, ...people.flat(), ...trails.flat()];
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
    const place = { clients, accountId, region, cluster };
    findings.push(...(await examineCluster({ patient, ...place })));
  }
  return findings;
}

/** CloudTrail's event history. */
async function examineHistory({ patient, clients, accountId }: Identified, region: string): Promise<Finding> {
  const { finding } = await tryAction(patient, {
    action: "cloudtrail:LookupEvents",
    region,
    subject: `${accountId} ${region}`,
    what: `CloudTrail of ${accountId} in ${region}`,
    send: () => clients.trail(region).send(new LookupEventsCommand({ MaxResults: 1 })),
  });
  return finding;
}
