import type { Cluster } from "../../world/organisation/clusters";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { clustersOf } from "./describe-cluster";

/** Throws ResourceNotFoundException (404). */
export function clusterNamed(call: Call, name: string): Cluster {
  const cluster = clustersOf(call).find((one) => one.name === name);
  if (cluster === undefined)
    throw new AwsError("ResourceNotFoundException", `No cluster found for name: ${name}.`, 404);
  return cluster;
}
