import type { EpochMs } from "../../time/time-range";
import type { Attempt, Confidence } from "../attempt";
import type { Origin } from "./chain";
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

/**
 * Where the chain of an attempt's session begins: at what CloudTrail recorded of its credentials, else at what the log
 * tells of them. null = STS vouched for nobody.
 */
export function startOf(attempt: Attempt, known: KnownSession | null): SessionStart | null {
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

/** Of EKS's own actors, whom the log names by their Kubernetes usernames alone; null = the chain tells. */
export function originOfAttempt({ class: kind, kubernetes, caller }: Attempt): Origin | null {
  if (kind !== "aws") return null;
  const name = kubernetes?.username ?? caller?.arn ?? null;
  const nameFrom = kubernetes === null ? "service" : "kubernetes-username";
  return { kind: "aws", name, nameFrom, confidence: "observed", userId: null };
}
