import type { RequestBudgets } from "@/lib/ports/request-budget";
import type { UserDirectories } from "@/lib/ports/user-directory";
import { createUserDirectory } from "@/lib/sources/identity-store/user-directory";
import type { AwsClients } from "../aws-clients";

interface AskedAccount {
  readonly accountId: string;
  readonly clients: Pick<AwsClients, "identityStore">;
}

/** The identity stores that the accounts which answer can ask. */
export interface ConnectedDirectories extends UserDirectories {
  /** From now on this account can be asked with. */
  add(account: AskedAccount): void;
}

/** An organisation's member accounts may ask its identity store as well, unless it forbids that. */
export function createDirectories(budgets: RequestBudgets): ConnectedDirectories {
  const accounts = new Map<string, AskedAccount>();
  return {
    add: (account) => void accounts.set(account.accountId, account),
    at(place) {
      const [first] = accounts.values();
      const account = accounts.get(place.accountId) ?? first;
      if (account === undefined) return null;
      const { accountId, clients } = account;
      const budget = budgets.at({ accountId, region: place.region, api: "identitystore" });
      return createUserDirectory({ client: clients.identityStore(place.region), budget, place });
    },
  };
}
