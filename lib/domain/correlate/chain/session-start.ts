import type { EpochMs } from "../../time/time-range";
import type { Attempt, Confidence } from "../attempt";
import type { Credentials } from "./credentials";

/** Where a chain begins: what a session is known by. */
export interface SessionStart {
  readonly credentials: Credentials;
  /** When it was used: no event after that can have issued it. */
  readonly usedMs: EpochMs;
  /** How sure it is that these were the credentials. */
  readonly confidence: Confidence;
}

/** What CloudTrail's record of a session's use says of its credentials, and how sure it is that it is that session's. */
export interface KnownSession {
  readonly credentials: Credentials;
  readonly confidence: Extract<Confidence, "keyed" | "timed">;
}

/** What is stored of a session. */
export interface StoredSession {
  /** What CloudTrail told; null = nothing. */
  readonly start: KnownSession | null;
  /** Its first use; null = its origin was not traced yet. */
  readonly firstMs: EpochMs | null;
}

/** Where the chain of a stored attempt begins: at its session's first use, as its origin was traced. */
export function startAsStored(attempt: Attempt, known: StoredSession | undefined): SessionStart | null {
  const start = startOf(attempt, known?.start ?? null);
  return start === null ? null : { ...start, usedMs: Math.min(start.usedMs, known?.firstMs ?? start.usedMs) };
}

/**
 * Where the chain of an attempt's session begins: at what CloudTrail recorded of its credentials, else at what the log
 * tells of them. null = STS vouched for nobody.
 */
export function startOf(
  attempt: Pick<Attempt, "caller" | "timeMs">,
  known: KnownSession | null,
): SessionStart | null {
  const { caller, timeMs: usedMs } = attempt;
  if (caller === null) return null;
  if (known !== null) return { ...known, usedMs };
  const { arn, canonicalArn, accountId, uniqueId, sessionName, accessKeyId } = caller;
  const isRole = (arn ?? canonicalArn)?.includes(":role/") || arn?.includes(":assumed-role/");
  const principalId = uniqueId !== null && isRole && sessionName ? `${uniqueId}:${sessionName}` : uniqueId;
  const credentials: Credentials = {
    type: "",
    accessKeyId,
    principalId,
    arn: arn ?? canonicalArn,
    accountId,
    userName: null,
    createdMs: null,
    userId: null,
    sourceIdentity: null,
    service: null,
    provider: null,
    issuerArn: null,
    isFromInstanceMetadata: false,
  };
  return { credentials, usedMs, confidence: "timed" };
}
