import { IDENTITY_STORE } from "../identity-store";
import type { Person } from "../organisation/people";
import type { JsonObject } from "../sessions/session";

/** From this day on Identity Center's events name people by ids alone (facts: AWS §4.5). */
const CHANGED = Date.UTC(2025, 6, 14);

export function isOldPortal(timeMs: number): boolean {
  return timeMs < CHANGED;
}

/** `userIdentity` of a person at the portal: by name before the change, by id after it. */
export function portalUser(person: Person, timeMs: number): JsonObject {
  const { accountId } = person.role;
  if (!isOldPortal(timeMs))
    return { type: "IdentityCenterUser", accountId, onBehalfOf: onBehalfOfPerson(person) };
  return {
    type: "Unknown",
    principalId: `${accountId}//${person.userId}`,
    accountId,
    userName: person.email,
  };
}

/** Whose credentials act; nothing in records from before the change. */
export function onBehalfOfAt(person: Person, timeMs: number): JsonObject {
  return isOldPortal(timeMs) ? {} : { onBehalfOf: onBehalfOfPerson(person) };
}

function onBehalfOfPerson({ userId, role }: Person): JsonObject {
  return onBehalfOf(userId, role.accountId);
}

/** Of the user of an account's Identity Center. */
export function onBehalfOf(userId: string, accountId: string): JsonObject {
  const identityStoreArn = `arn:aws:identitystore::${accountId}:identitystore/${IDENTITY_STORE}`;
  return { userId, identityStoreArn };
}
