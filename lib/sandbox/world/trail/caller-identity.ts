import type { Session } from "../sessions/session";
import type { WorldEvent } from "../world-day";
import { recordCall } from "./record";
import { hostHeader, type StsHost, stsRequestDetails } from "./sts-host";

interface IdentityCall {
  readonly timeMs: number;
  readonly session: Session;
  readonly host: StsHost;
  readonly key: string;
  /** With milliseconds, in the form of 1.11; else in the older form of 1.08. */
  readonly precise: boolean;
  readonly ip?: string;
  readonly agent?: string;
  readonly eventId?: string;
  readonly requestId?: string;
}

/**
 * GetCallerIdentity. By the authenticator it comes from an address of EKS with Go's agent, under the key that signed
 * the token; by a person from where he sits.
 */
export function recordCallerIdentity(call: IdentityCall): WorldEvent {
  const { session, host } = call;
  return recordCall({
    accountId: session.accountId,
    timeMs: call.timeMs,
    eventName: "GetCallerIdentity",
    eventSource: "sts.amazonaws.com",
    region: host.region,
    identity: session.identity,
    ip: call.ip ?? session.ip,
    agent: call.agent ?? session.agent,
    request: null,
    response: null,
    additional: stsRequestDetails(host, call),
    host: hostHeader(host),
    ...(call.precise ? {} : { version: "1.08" }),
    username: session.sessionName || String(session.identity.userName ?? ""),
    key: call.key,
    ...(call.eventId !== undefined && { eventId: call.eventId }),
    ...(call.requestId !== undefined && { requestId: call.requestId }),
  });
}
