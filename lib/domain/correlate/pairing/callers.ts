import { canonicalizeArn } from "../../identity/canonicalize-arn";
import type { AccessDenied, AccessGranted, StsResponse } from "../../parse/authenticator-record";
import type { Caller } from "../attempt";
import { readUid } from "./authenticator-uid";

/** Callers by what an `STS response` prints. A caller comes back thousands of times: equal ones share one object. */
export class CallerBook {
  readonly #byKey = new Map<string, Caller>();

  callerOf(response: StsResponse): Caller {
    const key = response.accessKeyId ?? response.arn;
    const known = this.#byKey.get(key);
    if (known !== undefined && isCallerOf(known, response)) return known;
    const caller = readCaller(response);
    this.#byKey.set(key, caller);
    return caller;
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

/** The ARN holds account and session; what it does not hold is compared beside it. */
function isCallerOf(caller: Caller, response: StsResponse): boolean {
  return (
    caller.arn === response.arn &&
    caller.uniqueId === response.userId &&
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
