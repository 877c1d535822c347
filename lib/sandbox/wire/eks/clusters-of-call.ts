import type { Cluster } from "../../world/organisation/clusters";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";

/** Throws ResourceNotFoundException (404). */
export function clusterNamed(call: Call, name: string): Cluster {
  const cluster = clustersOf(call).find((one) => one.name === name);
  if (cluster === undefined)
    throw new AwsError("ResourceNotFoundException", `No cluster found for name: ${name}.`, 404);
  return cluster;
}

/** Of the caller's account, in the Region that is asked. */
export function clustersOf(call: Call): readonly Cluster[] {
  const place = { accountId: call.principal.accountId, region: call.region };
  const absent = call.cloud.knobs.absentClusters ?? [];
  return call.cloud.world.clustersIn(place).filter(({ name }) => !absent.includes(name));
}

export function clusterArn(call: Call, name: string): string {
  return `arn:aws:eks:${call.region}:${call.principal.accountId}:cluster/${name}`;
}
