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
  if (!isOldPortal(timeMs)) return { type: "IdentityCenterUser", accountId, onBehalfOf: onBehalfOf(person) };
  return {
    type: "Unknown",
    principalId: `${accountId}//${person.userId}`,
    accountId,
    userName: person.email,
  };
}

/** Whose credentials act; nothing in records from before the change. */
export function onBehalfOfAt(person: Person, timeMs: number): JsonObject {
  return isOldPortal(timeMs) ? {} : { onBehalfOf: onBehalfOf(person) };
}

function onBehalfOf(person: Person): JsonObject {
  const store = `arn:aws:identitystore::${person.role.accountId}:identitystore/d-99670a1b2c`;
  return { userId: person.userId, identityStoreArn: store };
}
