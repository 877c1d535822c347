import type { AuditEvent } from "../parse/audit-event";
import type { Caller, KubernetesIdentity } from "./attempt";
import type { LineRecord } from "./line-record";

/** Somebody whom the authenticator had let in used the cluster: what an audit event proves of an IAM caller. */
export interface IdentityUse {
  readonly type: "identity-use";
  readonly caller: Caller;
  readonly kubernetes: KubernetesIdentity;
}

/** Such a use, with where it stood. */
export type UseRecord = Omit<LineRecord, "event"> & { readonly event: IdentityUse };

/** The authenticator's uids, the older name first (facts: AWS §4.9). */
const UID = /^(?:heptio-authenticator-aws|aws-iam-authenticator):(\d+):(.+)$/s;

/**
 * The use that an audit event proves; null: not by a caller whom the authenticator let in through IAM (a service
 * account, anonymous, EKS's hidden identities), or no answer was given yet. What RBAC decided plays no part: who is
 * forbidden something has got in. Source: facts, authenticator §7.
 */
export function toIdentityUse(event: AuditEvent): IdentityUse | null {
  const { username, groups, uid } = event.user;
  const named = UID.exec(uid);
  if (named === null || event.stage === "RequestReceived") return null;
  const { arn, canonicalArn, sessionName, accessKeyId, principalId } = event.user;
  const caller: Caller = {
    arn,
    canonicalArn,
    accountId: named[1] ?? null,
    uniqueId: principalId ?? named[2] ?? null,
    sessionName,
    accessKeyId,
  };
  return { type: "identity-use", caller, kubernetes: { username, groups, uid } };
}
