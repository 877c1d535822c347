import type { AuditEvent, AuditObject } from "../parse/audit-event";
import type { EpochMs } from "../time/time-range";
import type { Caller, KubernetesIdentity } from "./attempt";
import { toIdentityUse } from "./identity-use";

/** `denied`: 403, by RBAC or by an admission rule. */
export const REQUEST_OUTCOMES = ["allowed", "denied"] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** One request to the Kubernetes API by a caller who came in through IAM. */
export interface KubeRequest {
  /** Of the API server's; a client may choose it, so it alone tells nothing apart. */
  readonly auditId: string;
  /** When it was received. */
  readonly timeMs: EpochMs;
  readonly verb: string;
  /** null for paths that are no object's. */
  readonly object: AuditObject | null;
  readonly uri: string | null;
  /** HTTP status; null where the event does not say. */
  readonly code: number | null;
  readonly outcome: RequestOutcome;
  /** Which rule let it through, in the authorizer's words. */
  readonly reason: string | null;
  readonly caller: Caller;
  readonly kubernetes: KubernetesIdentity;
  /** Whom the caller acted as (`--as`). */
  readonly actsAs: string | null;
  /** Where the client was, unlike the authenticator's `client`. */
  readonly clientIp: string | null;
  /** Chosen by the client. */
  readonly userAgent: string | null;
}

const FORBIDDEN = 403;

/** The request that an event tells of; null: not by a caller whom the authenticator let in through IAM. */
export function toKubeRequest(event: AuditEvent): KubeRequest | null {
  const use = toIdentityUse(event);
  if (use === null) return null;
  const { auditId, timeMs, verb, object, uri, code, reason, actsAs, sourceIp, userAgent } = event;
  return {
    ...{ auditId, timeMs, verb, object, uri, code, reason, actsAs, userAgent },
    outcome: code === FORBIDDEN || event.decision === "forbid" ? "denied" : "allowed",
    caller: use.caller,
    kubernetes: use.kubernetes,
    clientIp: sourceIp,
  };
}
