import type { Call } from "./candidates";
import type { Credentials } from "./credentials";
import { sessionNameOf } from "./session-name";

/** Those of the portal's calls that can have fetched these credentials: of the same person, where both sides name him. */
export function portalCallsOf(credentials: Credentials, calls: readonly Call[]): readonly Call[] {
  const session = sessionNameOf(credentials);
  return calls.filter(({ event: { by } }) => {
    if (credentials.userId !== null && by.userId !== null) return by.userId === credentials.userId;
    return by.userName === null || session === null || by.userName === session;
  });
}
