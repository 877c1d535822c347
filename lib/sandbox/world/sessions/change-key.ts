import { isoSeconds } from "../calendar";
import type { Hop } from "../world-day";
import type { JsonObject, Session } from "./session";

interface KeyChange {
  readonly accessKeyId: string;
  /** The events that gave out the new key. */
  readonly hops: readonly Hop[];
  /** A user's or root's session begins with it; a role's goes on. */
  readonly createdMs?: number;
  /** Added to `sessionContext`. */
  readonly context?: JsonObject;
}

/** The same principal under another, temporary key: after GetSessionToken, in the console, by `aws login`. */
export function changeKey(session: Session, change: KeyChange): Session {
  const { accessKeyId, createdMs, context } = change;
  const attributes = createdMs === undefined ? {} : { attributes: attributesOf(createdMs) };
  const before = { ...(session.identity.sessionContext as JsonObject | undefined) };
  return {
    ...session,
    accessKeyId,
    chain: [...session.chain, ...change.hops],
    identity: {
      ...session.identity,
      accessKeyId,
      sessionContext: { ...before, ...attributes, ...context },
    },
  };
}

function attributesOf(createdMs: number): JsonObject {
  return { creationDate: isoSeconds(createdMs), mfaAuthenticated: "true" };
}
