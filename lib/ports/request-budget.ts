/** Requests that share one quota of AWS: those of an account, in a Region, to an API. */
export interface QuotaPlace {
  readonly accountId: string;
  readonly region: string;
  readonly api: QuotaApi;
}

export type QuotaApi =
  | "cloudtrail:LookupEvents"
  | "logs:FilterLogEvents"
  | "logs:GetLogEvents"
  | "logs:StartQuery"
  | "logs:GetQueryResults"
  | "logs:DescribeLogGroups"
  | "logs:DescribeLogStreams"
  | "eks"
  | "identitystore"
  | "s3"
  | "sts";

/**
 * Interactive requests, those that somebody waits for, go before background ones; spare ones wait for both, but for a
 * share that they always get.
 */
export type Urgency = "interactive" | "background" | "spare";

/** Our share of one quota. Everyone who sends to the same place shares it. */
export interface RequestBudget {
  /**
   * Sends when it is this request's turn. When AWS asks to slow down, all of the place slow down and it is sent again;
   * it is sent again too after a failure that passes by itself. Rejects with the request's error, or the signal's reason.
   */
  send<T>(request: () => Promise<T>, how: { signal: AbortSignal; urgency?: Urgency }): Promise<T>;
  /** AWS asked to slow down within the last minute, or we are still slower than our share for that. */
  isSlowed(): boolean;
}

export interface RequestBudgets {
  /** The same budget for the same place. */
  at(place: QuotaPlace): RequestBudget;
}

/** The same budget, for requests that are of this urgency unless they say otherwise. */
export function withUrgency(budget: RequestBudget, urgency: Urgency): RequestBudget {
  return {
    isSlowed: () => budget.isSlowed(),
    send: (request, how) => budget.send(request, { urgency, ...how }),
  };
}
