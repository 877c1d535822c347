import { portalRegionOf, readIdentityStore } from "../../identity/identity-store";
import type { CloudTrailRecord } from "../../parse/cloudtrail-record";
import type { UserPlace } from "./directory";

/** A user of Identity Center, and where he is kept. */
export interface PlacedUser extends UserPlace {
  readonly userId: string;
}

/**
 * Whom a record was made for, and which identity store has him (facts: aws §4.5). Its Region stands in the path of a
 * portal's role, and is where the portal's own events are recorded; null = the record names no such user.
 */
export function placedUserOf({ identity, region }: Pick<CloudTrailRecord, "identity" | "region">) {
  const { type, onBehalfOfUserId: userId, identityStoreArn, sessionIssuer } = identity;
  const store = identityStoreArn === null ? null : readIdentityStore(identityStoreArn);
  if (userId === null || userId.length > MOST_LETTERS || store === null) return null;
  const isPortal = type === "IdentityCenterUser" || type === "Unknown";
  const home = isPortal ? region : sessionIssuer?.arn ? portalRegionOf(sessionIssuer.arn) : null;
  return { userId, ...store, region: home } satisfies PlacedUser;
}

/** `1234567890-` and a UUID are 47. */
const MOST_LETTERS = 47;
