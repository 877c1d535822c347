import type { Attempt } from "../domain/correlate/attempt";
import type { IdentityKind, IdentityRef } from "../domain/identity/identity-ref";
import { roleNameOf } from "../domain/identity/principal";

/** Whether a drawn attempt is one's, by its own lines. */
export function isOfIdentity({ caller, kubernetes }: Attempt, { kind, value }: IdentityRef): boolean {
  const role = caller?.canonicalArn ? roleNameOf(caller.canonicalArn) : null;
  const names: Partial<Record<IdentityKind, readonly unknown[]>> = {
    role: [role, caller?.canonicalArn],
    session: [`${role}/${caller?.sessionName}`],
    person: [caller?.sessionName],
    key: [caller?.accessKeyId],
    group: kubernetes?.groups ?? [],
    username: [kubernetes?.username],
    "unique-id": [`${caller?.uniqueId}:${caller?.sessionName}`],
    account: [caller?.accountId],
  };
  return names[kind]?.includes(value) === true;
}
