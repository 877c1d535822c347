import type { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import type { Clock } from "@/lib/ports/clock";
import type { QuotaApi, RequestBudget } from "@/lib/ports/request-budget";

/** Whose log, and the means to read it. */
export interface ClusterLogOptions {
  readonly client: CloudWatchLogsClient;
  readonly clock: Clock;
  /** Of this account and Region. */
  readonly budgetOf: (api: QuotaApi) => RequestBudget;
  /** Its name in EKS. */
  readonly cluster: string;
  /** Its name on the screens. */
  readonly shownAs: string;
  readonly accountId: string;
  readonly region: string;
}
