import { type EventSource, SourceError } from "@/lib/ports/event-source";
import { createCloudTrailSource } from "@/lib/sources/cloudtrail/cloudtrail-source";
import { createAuthenticatorLogSource } from "@/lib/sources/cloudwatch-logs/authenticator-log-source";
import { describeCluster } from "@/lib/sources/eks/list-clusters";
import type { ConnectedAccount, ConnectionContext } from "./connection-context";

/** The sources of one cluster. `cluster`: its name in EKS; `shownAs`: its name on the screens. */
export function createClusterSources(
  { accountId, clients }: ConnectedAccount,
  {
    region,
    cluster,
    shownAs,
  }: { readonly region: string; readonly cluster: string; readonly shownAs: string },
  { budgets, clock }: ConnectionContext,
): EventSource[] {
  const eks = {
    client: clients.eks(region),
    region,
    budget: budgets.at({ accountId, region, api: "eks" }),
  };
  const log = createAuthenticatorLogSource({
    client: clients.logs(region),
    clock,
    budgetOf: (api) => budgets.at({ accountId, region, api }),
    cluster,
    shownAs,
    accountId,
    region,
    isLogTypeOn: async (signal) => {
      try {
        return (await describeCluster(eks, cluster, signal)).authenticatorLogOn;
      } catch (error) {
        if (error instanceof SourceError) return null;
        throw error;
      }
    },
  });
  return [log];
}

/** The sources of one account and Region that are no single cluster's. */
export function createTrailSources(
  { accountId, clients }: ConnectedAccount,
  region: string,
  { budgets, trailed }: ConnectionContext,
): EventSource[] {
  const isTrailed = () => trailed.has(`${accountId}/${region}`);
  const budget = budgets.at({ accountId, region, api: "cloudtrail:LookupEvents" });
  return [createCloudTrailSource({ client: clients.trail(region), budget, accountId, region, isTrailed })];
}
