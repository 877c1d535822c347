import { IDENTITY_KINDS, printIdentityId } from "../../identity/identity-ref";
import type { IdentityHit } from "./identity-report";

export const UNREADABLE_IDENTITY = `An identity is named kind:value. Kinds: ${IDENTITY_KINDS.join(", ")}.`;

/** What to say of an identity of which no attempt is known. */
export function noSuchIdentity(near: readonly IdentityHit[]): string {
  const names = near.map(printIdentityId).join(", ");
  return `No attempt of this identity is known.${names === "" ? "" : ` Near it: ${names}.`}`;
}
