import { DAY_MS, HOUR_MS } from "../../time/durations";
import type { EpochMs, TimeRange } from "../../time/time-range";
import {
  keyAddress,
  loginAddress,
  podAddress,
  portalAddress,
  principalAddress,
  SECOND_MS,
  signInAddress,
  userAddress,
  type Want,
} from "./addresses";
import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";
import { portalRoleOf } from "./origins";

/** GetSessionToken and GetFederationToken last 36 hours at most, roles 12. */
export const LONGEST_SESSION_MS = 36 * HOUR_MS;
/** An Identity Center session lasts up to this by default settings; a sign-in before it is too old to belong. */
export const LONGEST_SIGN_IN_MS = 7 * DAY_MS;
/** Events that far after the use are looked for, to say that they are: their key is another's, or their clock is wrong. */
const AFTER_USE_MS = HOUR_MS;
/** Clocks of two AWS services may differ by this. */
export const SKEW_MS = 2_000;
/** No question goes farther back from its end than this. */
export const LONGEST_WANT_MS = LONGEST_SIGN_IN_MS + 2 * SKEW_MS + SECOND_MS;
/** The seconds beside one that two clocks may have told for it. */
export const BESIDE_MS: readonly number[] = [-2, -1, 1, 2].map((n) => n * SECOND_MS);

/** No event later than this can have issued credentials that were used at `usedMs`. */
export function latestIssue(usedMs: EpochMs): EpochMs {
  return usedMs + SKEW_MS;
}

/** The ways to an event that names the credentials by an id of theirs; null = they have none. */
export function wantById(
  { accessKeyId, signInSessionArn = null }: Credentials,
  usedMs: EpochMs,
): { readonly key: Want | null; readonly signIn: Want | null } {
  const range = { from: usedMs - LONGEST_SESSION_MS, to: latestIssue(usedMs) + 1 };
  const keyed = { ...range, to: range.to + AFTER_USE_MS };
  const isTemporary = accessKeyId?.startsWith("ASIA") ?? false;
  return {
    key: isTemporary ? { address: keyAddress(accessKeyId ?? ""), range: keyed } : null,
    signIn: signInSessionArn ? { address: signInAddress(signInSessionArn), range } : null,
  };
}

/** The ways by principal and the second of creation; null = the credentials leave it open. */
export interface WantsOfSecond {
  /** Whoever issued credentials of that principal. */
  readonly principal: Want | null;
  /** `aws login` and the console go on with a session that they did not begin. */
  readonly login: Want | null;
  /** The portal's call behind an Identity Center role: of that permission set and account. */
  readonly portal: Want | null;
}

/** Of the second of creation, or of one `besideMs` from it. */
export function wantOfSecond(credentials: Credentials, usedMs: EpochMs, besideMs = 0): WantsOfSecond {
  const { createdMs, principalId } = credentials;
  if (createdMs === null) return { principal: null, login: null, portal: null };
  const at = createdMs + besideMs;
  const range = secondAround(createdMs);
  const role = portalRoleOf(credentials);
  const portal = role === null ? null : { address: portalAddress(role, at), range };
  if (principalId === null) return { principal: null, login: null, portal };
  return {
    principal: principalId.includes(":") ? { address: principalAddress(principalId, at), range } : null,
    login: {
      address: loginAddress(principalId, at),
      range: { from: range.from, to: latestIssue(usedMs) + 1 },
    },
    portal,
  };
}

/** What the person did before the portal's call. */
export function wantSignIns(
  userId: string,
  beforeMs: EpochMs,
): { readonly token: Want; readonly signIn: Want } {
  const range = { from: beforeMs - LONGEST_SIGN_IN_MS, to: beforeMs + SKEW_MS + 1 };
  return {
    token: { address: userAddress("create-token", userId), range },
    signIn: { address: userAddress("user-authentication", userId), range },
  };
}

/** Tags like a pod's can be set by whoever takes a role. */
const POD_IDENTITY = "pods.eks.amazonaws.com";

/** The agent's call behind a pod's role, `besideMs` from its second. null where no tag names the cluster. */
export function wantPodIdentity(
  { by, details, region, eventTimeMs }: HopEvent,
  besideMs: number,
): Want | null {
  const cluster = details.pod?.cluster ?? null;
  if (cluster === null || by.service !== POD_IDENTITY) return null;
  return { address: podAddress(region, cluster, eventTimeMs + besideMs), range: secondAround(eventTimeMs) };
}

/** An instant that two services may tell differently, by its second. */
export function secondAround(ms: EpochMs): TimeRange {
  return { from: ms - SKEW_MS, to: ms + SECOND_MS + SKEW_MS };
}
