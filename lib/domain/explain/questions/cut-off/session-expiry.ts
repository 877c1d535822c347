import type { HopKind } from "../../../correlate/chain/hop-kind";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../time/durations";
import type { EpochMs } from "../../../time/time-range";

/** What is known of a session's credentials. */
export interface SessionKnown {
  /** Of its key: AKIA… does not end by itself. null = the log does not print it. */
  readonly accessKeyId: string | null;
  readonly firstMs: EpochMs;
  /** The newest check of a token of it. */
  readonly lastMs: EpochMs;
  /** The call that gave them out; null = it is not known. */
  readonly issued: IssuedBy | null;
  /** Of a permission set of Identity Center. */
  readonly isPortal: boolean;
}

export interface IssuedBy {
  readonly kind: HopKind;
  readonly timeMs: EpochMs;
  /** As recorded; null = not recorded. */
  readonly expiresMs: EpochMs | null;
  /** As it was asked for; null = it was not. */
  readonly durationMs: number | null;
  /** Made with the credentials of another role. */
  readonly isChained: boolean;
}

/**
 * - `known`: it ends then. · `at-most`: it ends then or before.
 * - `never`: it does not end by itself. · `unknown`: nothing that is read tells.
 */
export type EndCertainty = "known" | "at-most" | "never" | "unknown";

/** When one thing that lets somebody in ends. */
export interface ThingEnd {
  readonly thing: "token" | "cache" | "credentials" | "sign-in";
  readonly certainty: EndCertainty;
  /** null = it has none, or none is known. */
  readonly atMs: EpochMs | null;
  /** The rule that tells it. */
  readonly why: string;
}

/** A signed token is taken for this long. Source: aws-iam-authenticator, `presignedURLExpiration` in pkg/token. */
const TOKEN_MS = 15 * MINUTE_MS;
/** kube-apiserver's default of `--authentication-token-webhook-cache-ttl`; EKS publishes no other. */
const CACHE_MS = 2 * MINUTE_MS;
/** IAM User Guide, "Role chaining": a session taken by another role's lasts at most so long. */
const CHAINED_MS = HOUR_MS;
/** IAM User Guide, "Maximum session duration" of a role. */
const ROLE_MS = 12 * HOUR_MS;
/** AWS STS API Reference, GetSessionToken and GetFederationToken: 36 hours at most, 12 where none is asked for. */
const USER_MS = 36 * HOUR_MS;
const USER_DEFAULT_MS = 12 * HOUR_MS;
/** AWS STS API Reference: AssumeRole and its kin last so long where no other time is asked for. */
const ROLE_DEFAULT_MS = HOUR_MS;

/** When each thing ends by which a session lets somebody in, if nobody does anything. In the order in which they end. */
export function sessionEnds(session: SessionKnown): ThingEnd[] {
  return [tokenEnd(session), cacheEnd(session), credentialsEnd(session), ...signInEnd(session)];
}

/** Until when a session may be used at all: null = without end. */
export function lastUse(session: SessionKnown): EpochMs | null {
  const { certainty, atMs } = credentialsEnd(session);
  if (certainty === "never" || atMs === null) return null;
  return atMs + TOKEN_MS + CACHE_MS;
}

function tokenEnd({ lastMs }: SessionKnown): ThingEnd {
  const why = "A token is taken for 15 minutes from its signing, and it was signed before it was checked.";
  return { thing: "token", certainty: "at-most", atMs: lastMs + TOKEN_MS, why };
}

function cacheEnd({ lastMs }: SessionKnown): ThingEnd {
  const why =
    "The API server keeps the answer about a token, by default for 2 minutes; what EKS sets is not published.";
  return { thing: "cache", certainty: "at-most", atMs: lastMs + TOKEN_MS + CACHE_MS, why };
}

function credentialsEnd(session: SessionKnown): ThingEnd {
  const { accessKeyId, issued } = session;
  if (accessKeyId?.startsWith("AKIA"))
    return end("never", null, "A user's long-term key ends only when it is deactivated or deleted.");
  if (issued === null) return unissuedEnd(session);
  if (issued.expiresMs !== null)
    return end("known", issued.expiresMs, "As the call that gave them out recorded.");
  if (issued.durationMs !== null)
    return end(
      "known",
      issued.timeMs + issued.durationMs,
      "As long as was asked for when they were given out.",
    );
  const [certainty, most, why] = limitOf(issued, session.isPortal);
  return end(certainty, issued.timeMs + most, why);
}

/** They were given out before they were used first. */
function unissuedEnd({ firstMs, accessKeyId, isPortal }: SessionKnown): ThingEnd {
  if (accessKeyId === null && !isPortal)
    return end("unknown", null, "Neither their key nor the call that gave them out is known.");
  const [most, whose] = isPortal ? [ROLE_MS, "A permission set's"] : [USER_MS, "Temporary"];
  const hours = most / HOUR_MS;
  return end(
    "at-most",
    firstMs + most,
    `${whose} credentials last ${hours} hours at most, and these were used first then; the call that gave them out is not known.`,
  );
}

function limitOf({ kind, isChained }: IssuedBy, isPortal: boolean): [EndCertainty, number, string] {
  if (kind === "get-session-token" || kind === "get-federation-token")
    return [
      "at-most",
      USER_DEFAULT_MS,
      "No other time was asked for: these calls then give 12 hours, root an hour.",
    ];
  if (isChained)
    return ["at-most", CHAINED_MS, "A role taken by another role's session lasts an hour at most."];
  if (kind === "assume-role" || kind === "assume-role-with-web-identity")
    return ["known", ROLE_DEFAULT_MS, "No other time was asked for: the call then gives an hour."];
  const why = isPortal
    ? "A permission set's session lasts from 1 to 12 hours, as the set says; the record does not."
    : "A role's session lasts 12 hours at most; the record does not say how long this one does.";
  return ["at-most", ROLE_MS, why];
}

function end(certainty: EndCertainty, atMs: EpochMs | null, why: string): ThingEnd {
  return { thing: "credentials", certainty, atMs, why };
}

/** IAM Identity Center User Guide, "Configure the session duration of the AWS access portal": 15 minutes to 90 days. */
function signInEnd({ isPortal, issued, firstMs }: SessionKnown): ThingEnd[] {
  if (!isPortal) return [];
  const why =
    "The portal's sign-in lasts from 15 minutes to 90 days, by default 8 hours; while it does, it gives out new credentials. No record tells which.";
  return [{ thing: "sign-in", certainty: "at-most", atMs: (issued?.timeMs ?? firstMs) + 90 * DAY_MS, why }];
}
