import type { MappingEntry, SsoRole } from "./mapping-entry";

/**
 * What an entry is known by in its list: of two roles with one key the last counts. A role's is in lower case, a user's as
 * it is written (authenticator v0.6.30 and later).
 */
export function entryKey({ list, arn, sso }: MappingEntry): string {
  if (list === "mapUsers") return arn;
  return sso === null ? arn.toLowerCase() : ssoPattern(sso);
}

/** The pattern that a permission set's roles match. The authenticator loses a partition that is given, and so do we. */
export function ssoPattern({ permissionSetName, accountId, partition }: SsoRole): string {
  const own = partition === "" ? "aws" : "";
  return `arn:${own}:iam::${accountId}:role/AWSReservedSSO_${permissionSetName}_*`.toLowerCase();
}
