import type { Cluster } from "../organisation/clusters";
import type { Team } from "../create-team";
import { accessEntriesOf } from "./access-entries-of";
import { awsAuthOf } from "./aws-auth-of";
import type { ClusterConfiguration } from "./cluster-configuration";
import { rbacObjects } from "./rbac-objects";

/** The configuration of a team's cluster at an instant. A pure function. */
export function configurationOf(team: Team, cluster: Cluster, atMs: number): ClusterConfiguration {
  return {
    awsAuth: cluster.authenticationMode === "API" ? null : awsAuthOf(team, cluster, atMs),
    accessEntries: cluster.authenticationMode === "CONFIG_MAP" ? [] : accessEntriesOf(team, cluster, atMs),
    rbac: rbacObjects(),
  };
}
