import { IDENTITY_STORE } from "../../world/identity-store";
import { PORTAL_REGION } from "../../world/trail/federated-sign-in";
import { authorize } from "../authorize";
import { AwsError } from "../aws-error";
import type { Call } from "../cloud";
import { readText } from "../read-input";

const STORE_ID = /^(d-[0-9a-f]{10}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const USER_ID = /^([0-9a-f]{10}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * One user of the organisation's identity store, also for its member accounts, in its home Region alone. Throws
 * ValidationException, AccessDeniedException or ResourceNotFoundException.
 */
export function describeUser(call: Call): unknown {
  const storeId = readText(call.input, "IdentityStoreId") ?? "";
  const userId = readText(call.input, "UserId") ?? "";
  refuseUnless(STORE_ID.test(storeId), "identityStoreId");
  refuseUnless(userId.length <= 47 && USER_ID.test(userId), "userId");
  const arn = `arn:aws:identitystore::${call.principal.accountId}:identitystore/${storeId}`;
  authorize(call, "identitystore:DescribeUser", arn);
  if (storeId !== IDENTITY_STORE || call.region !== PORTAL_REGION) throw absent("IDENTITY_STORE", storeId);
  const user = call.cloud.world.user(userId);
  if (user === null) throw absent("USER", userId);
  const { userName, displayName, givenName, familyName } = user;
  return {
    IdentityStoreId: storeId,
    UserId: userId,
    UserName: userName,
    DisplayName: displayName,
    Name: { Formatted: displayName, GivenName: givenName, FamilyName: familyName },
    Emails: [{ Value: userName, Type: "work", Primary: true }],
    ExternalIds: [],
  };
}

function absent(type: "IDENTITY_STORE" | "USER", id: string): AwsError {
  return new AwsError("ResourceNotFoundException", `${type} not found.`, 400, {
    ResourceType: type,
    ResourceId: id,
  });
}

function refuseUnless(fits: boolean, member: string): void {
  if (fits) return;
  const message = `1 validation error detected: Value at '${member}' failed to satisfy constraint`;
  throw new AwsError("ValidationException", message);
}
