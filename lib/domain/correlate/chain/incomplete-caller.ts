import type { Credentials } from "./credentials";

/** Whether a record lacks what its `userIdentity.type` promises (facts: aws §5). */
export function isIncomplete({ type, arn, principalId, accountId, userName, service }: Credentials): boolean {
  switch (type) {
    case "":
      return true;
    case "IAMUser":
    case "AssumedRole":
    case "FederatedUser":
      return arn === null || principalId === null;
    case "Root":
    case "AWSAccount":
      return accountId === null;
    case "AWSService":
      return service === null;
    case "SAMLUser":
    case "WebIdentityUser":
      return userName === null && principalId === null;
    default:
      return false;
  }
}
