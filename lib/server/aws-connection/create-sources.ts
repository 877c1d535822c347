import type { EventSource } from "@/lib/ports/event-source";
import type { QuotaApi } from "@/lib/ports/request-budget";
import { createCloudTrailSource } from "@/lib/sources/cloudtrail/cloudtrail-source";
import { createAuditLogSource } from "@/lib/sources/cloudwatch-logs/audit-log-source";
import { createAuthenticatorLogSource } from "@/lib/sources/cloudwatch-logs/authenticator-log-source";
import type { ConnectedAccount, ConnectionContext } from "./connection-context";
import { createLogTypeFinder } from "./create-log-type-finder";

/** The sources of one cluster. `cluster`: its name in EKS; `shownAs`: its name on the screens. */
export function createClusterSources(
  { accountId, clients }: ConnectedAccount,
  {
    region,
    cluster,
    shownAs,
  }: { readonly region: string; readonly cluster: string; readonly shownAs: string },
  { budgets, clock, onSource }: ConnectionContext,
): EventSource[] {
  const budgetOf = (api: QuotaApi) => budgets.at({ accountId, region, api });
  const access = { client: clients.logs(region), clock, budgetOf, cluster, shownAs, accountId, region };
  const eks = {
    client: clients.eks(region),
    region,
    budget: budgetOf("eks"),
  };
  const trail = { client: clients.trail(region), budget: budgetOf("cloudtrail:LookupEvents"), cluster };
  const onAuditOnly = () => onSource(createAuditLogSource(access));
  const findLogType = createLogTypeFinder({ eks, trail, now: clock.now, onAuditOnly });
  return [createAuthenticatorLogSource({ ...access, findLogType })];
}

/** The sources of one account and Region that are no single cluster's. */
export function createTrailSources(
  { accountId, clients }: ConnectedAccount,
  region: string,
  { budgets, trailReach }: ConnectionContext,
): EventSource[] {
  const heldElsewhereTo = (nowMs: number) => trailReach.heldTo({ accountId, region }, nowMs);
  const budget = budgets.at({ accountId, region, api: "cloudtrail:LookupEvents" });
  return [
    createCloudTrailSource({ client: clients.trail(region), budget, accountId, region, heldElsewhereTo }),
  ];
}
