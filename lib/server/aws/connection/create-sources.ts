import type { EventSource } from "@/lib/ports/event-source";
import type { QuotaApi } from "@/lib/ports/request-budget";
import { createCloudTrailSource } from "@/lib/sources/cloudtrail/cloudtrail-source";
import { CONFIGURATION_SCAN, SIGN_INS_SCAN, STS_SCAN } from "@/lib/sources/cloudtrail/history-scan";
import type { LoggingHistory } from "@/lib/sources/cloudtrail/logging-history";
import { createAuditLogSource } from "@/lib/sources/cloudwatch-logs/audit-log-source";
import { createAuthenticatorLogSource } from "@/lib/sources/cloudwatch-logs/authenticator-log-source";
import type { ClusterLogOptions } from "@/lib/sources/cloudwatch-logs/cluster-log-options";
import { createRequestLogSource } from "@/lib/sources/cloudwatch-logs/request-log-source";
import type { ConnectedAccount, ConnectionContext } from "./connection-context";
import { createAuditLogFinder, createLogTypeFinder } from "./create-log-type-finder";

/** A cluster, and what is known of its Region. */
export interface ClusterToRead {
  readonly region: string;
  /** Its name in EKS. */
  readonly cluster: string;
  /** Its name on the screens. */
  readonly shownAs: string;
  readonly history: LoggingHistory;
}

/** The sources of one cluster; its audit log can be asked from then on. */
export function createClusterSources(
  account: ConnectedAccount,
  { history, ...place }: ClusterToRead,
  context: ConnectionContext,
): EventSource[] {
  const { accountId, clients } = account;
  const { region, cluster } = place;
  const access = accessTo(account, place, context);
  const budget = context.budgets.at({ accountId, region, api: "eks" });
  const eks = { client: clients.eks(region), region, budget };
  const onAuditOnly = () => context.onSource(createAuditLogSource(access));
  const findLogType = createLogTypeFinder({ eks, cluster, history, onAuditOnly });
  const findAuditLog = createAuditLogFinder({ eks, cluster, history });
  context.audits.add({ ...access, findLogType: findAuditLog });
  return [
    createAuthenticatorLogSource({ ...access, findLogType }),
    createRequestLogSource({ ...access, findLogType: findAuditLog }),
  ];
}

/** The means to read a cluster's log group. */
export function accessTo(
  { accountId, clients }: ConnectedAccount,
  place: Omit<ClusterToRead, "history">,
  { budgets, clock }: ConnectionContext,
): ClusterLogOptions {
  const { region } = place;
  const budgetOf = (api: QuotaApi) => budgets.at({ accountId, region, api });
  return { client: clients.logs(region), clock, budgetOf, accountId, ...place };
}

/** Who changed who may come in to a Region's clusters. */
export function createChangesSource(
  account: ConnectedAccount,
  region: string,
  context: ConnectionContext,
): EventSource {
  return createCloudTrailSource({ ...trailOf(account, region, context), scan: CONFIGURATION_SCAN });
}

/** The sources of one account and Region that are no single cluster's. */
export function createTrailSources(
  account: ConnectedAccount,
  region: string,
  context: ConnectionContext,
): EventSource[] {
  const place = trailOf(account, region, context);
  return [STS_SCAN, SIGN_INS_SCAN].map((scan) => createCloudTrailSource({ ...place, scan }));
}

/** The means to read a Region's event history. */
function trailOf(
  { accountId, clients }: ConnectedAccount,
  region: string,
  { budgets, trailReach }: ConnectionContext,
) {
  const heldElsewhereTo = (nowMs: number) => trailReach.heldTo({ accountId, region }, nowMs);
  const budget = budgets.at({ accountId, region, api: "cloudtrail:LookupEvents" });
  return { client: clients.trail(region), budget, accountId, region, heldElsewhereTo };
}
