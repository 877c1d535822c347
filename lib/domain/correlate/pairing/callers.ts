import { canonicalizeArn } from "../../identity/canonicalize-arn";
import type { AccessDenied, AccessGranted, StsResponse } from "../../parse/authenticator-record";
import type { Caller } from "../attempt";
import { readUid } from "./authenticator-uid";

/** A caller, and the last `uid` that was found to name it: the same check comes back thousands of times. */
export interface KnownCaller {
  readonly caller: Caller;
  uid: string | null;
}

/** Callers by what an `STS response` prints. Equal ones share one object. */
export class CallerBook {
  readonly #byKey = new Map<string, KnownCaller>();

  callerOf(response: StsResponse): KnownCaller {
    const key = response.accessKeyId ?? response.arn;
    const known = this.#byKey.get(key);
    if (known !== undefined && isCallerOf(known.caller, response)) return known;
    const added = { caller: readCaller(response), uid: null };
    this.#byKey.set(key, added);
    return added;
  }
}

export function readCaller(response: StsResponse): Caller {
  const canonical = canonicalizeArn(response.arn);
  return {
    arn: response.arn,
    canonicalArn: canonical.ok ? canonical.canonical : null,
    accountId: response.accountId,
    uniqueId: response.userId,
    sessionName: response.sessionName,
    accessKeyId: response.accessKeyId,
  };
}

/** Found by key or ARN. The unique id fixes account and role, and with the session the ARN. */
function isCallerOf(caller: Caller, response: StsResponse): boolean {
  return (
    caller.uniqueId === response.userId &&
    caller.sessionName === response.sessionName &&
    caller.accessKeyId === response.accessKeyId
  );
}

export function isSameCaller(a: Caller, b: Caller): boolean {
  return (
    a === b ||
    (a.arn === b.arn &&
      a.canonicalArn === b.canonicalArn &&
      a.accountId === b.accountId &&
      a.uniqueId === b.uniqueId &&
      a.sessionName === b.sessionName &&
      a.accessKeyId === b.accessKeyId)
  );
}

/** What both have in common; the rest is null. */
export function commonCaller(a: Caller, b: Caller): Caller {
  return {
    arn: a.arn === b.arn ? a.arn : null,
    canonicalArn: a.canonicalArn === b.canonicalArn ? a.canonicalArn : null,
    accountId: a.accountId === b.accountId ? a.accountId : null,
    uniqueId: a.uniqueId === b.uniqueId ? a.uniqueId : null,
    sessionName: a.sessionName === b.sessionName ? a.sessionName : null,
    accessKeyId: a.accessKeyId === b.accessKeyId ? a.accessKeyId : null,
  };
}

/** The caller as the deciding line alone tells it: no session, no key. null when it names nobody. */
export function callerOfDecision(event: AccessGranted | AccessDenied): Caller | null {
  const uid = event.type === "access-granted" ? readUid(event.uid) : null;
  if (event.arn === null && uid === null) return null;
  return {
    arn: null,
    canonicalArn: event.arn,
    accountId: uid?.accountId ?? accountOfArn(event.arn),
    uniqueId: uid?.uniqueId ?? null,
    sessionName: null,
    accessKeyId: null,
  };
}

function accountOfArn(arn: string | null): string | null {
  return arn?.split(":", 6)[4] || null;
}
