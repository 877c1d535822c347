import { DescribeUserCommand, type IdentitystoreClient } from "@aws-sdk/client-identitystore";
import type { RequestBudget } from "@/lib/ports/request-budget";
import type { DirectoryPlace, UserDirectory } from "@/lib/ports/user-directory";
import { toSourceError } from "../aws/to-source-problem";

export interface DirectoryAccess {
  readonly client: IdentitystoreClient;
  readonly budget: RequestBudget;
  readonly place: DirectoryPlace;
}

/** Asks Identity Center who its users are, one by one. It only reads. */
export function createUserDirectory({ client, budget, place }: DirectoryAccess): UserDirectory {
  const { storeId, accountId, region } = place;
  return {
    async find(userId, signal) {
      const command = new DescribeUserCommand({ IdentityStoreId: storeId, UserId: userId });
      try {
        const user = await budget.send(() => client.send(command, { abortSignal: signal }), { signal });
        const { UserName: userName = null, DisplayName: displayName = null, Emails = [] } = user;
        const address = Emails.find(({ Primary }) => Primary === true) ?? Emails[0];
        return { userName, displayName, email: address?.Value ?? null };
      } catch (error) {
        signal.throwIfAborted();
        if (isUnknownUser(error)) return null;
        const what = `users of identity store ${storeId} of account ${accountId} in ${region}`;
        throw toSourceError(error, { what, region, action: "identitystore:DescribeUser" });
      }
    },
  };
}

/** A store that is not found is another matter than a user. */
function isUnknownUser(error: unknown): boolean {
  const { name, ResourceType: type } = error as { name?: string; ResourceType?: string };
  return name === "ResourceNotFoundException" && type === "USER";
}
