import type { LookupPlace } from "@/lib/domain/correlate/lookups/lookup";
import type { EventHistories } from "@/lib/ports/event-history";
import type { RequestBudgets } from "@/lib/ports/request-budget";
import { createEventHistory } from "@/lib/sources/cloudtrail/event-history";
import type { AwsClients } from "../aws-clients";

interface AskedAccount {
  readonly accountId: string;
  readonly clients: Pick<AwsClients, "trail">;
}

/** The event histories of the accounts that answer. */
export interface ConnectedHistories extends EventHistories {
  /** From now on this account can be asked; these Regions of it are read. */
  add(account: AskedAccount, regions: readonly string[]): void;
}

export function createHistories(budgets: RequestBudgets): ConnectedHistories {
  const accounts = new Map<string, AskedAccount>();
  const places: LookupPlace[] = [];
  return {
    add(account, regions) {
      const { accountId } = account;
      accounts.set(accountId, account);
      for (const region of regions)
        if (!places.some((place) => place.accountId === accountId && place.region === region))
          places.push({ accountId, region });
    },
    places: () => [...places],
    at({ accountId, region }) {
      const account = accounts.get(accountId);
      if (account === undefined) return null;
      const budget = budgets.at({ accountId, region, api: "cloudtrail:LookupEvents" });
      return createEventHistory({ client: account.clients.trail(region), budget, accountId, region });
    },
  };
}
