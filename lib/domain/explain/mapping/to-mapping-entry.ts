import { readPrincipal } from "../../identity/principal";
import type { AccessEntry } from "../../parse/access-entries/access-entry";
import type { MappingEntry } from "../../parse/mappings/mapping-entry";
import { defaultUsername } from "./default-username";

/**
 * An access entry as the authenticator gets it; null = nobody tells which username EKS gives entries of its type. The id that
 * it is bound to, EKS's API does not tell.
 */
export function toMappingEntry({ principalArn, type, username, groups }: AccessEntry): MappingEntry | null {
  const name = username ?? defaultUsername(type, principalArn);
  if (name === null) return null;
  const isUser = readPrincipal(principalArn)?.type === "USER";
  return {
    list: isUser ? "mapUsers" : "mapRoles",
    arn: principalArn,
    sso: null,
    username: name,
    groups,
    userId: null,
    place: null,
  };
}
