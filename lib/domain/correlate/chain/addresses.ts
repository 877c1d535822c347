import type { IssueDetails } from "../../parse/cloudtrail-record";
import type { TimeRange } from "../../time/time-range";
import type { Credentials } from "./credentials";
import type { HopEvent } from "./hop-event";
import { portalUserOf } from "./portal-user";

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
/** GetSessionToken and GetFederationToken last 36 hours at most, roles 12. */
const LONGEST_SESSION_MS = 36 * HOUR_MS;
/** Clocks of two AWS services may differ by this. */
export const SKEW_MS = 2_000;
/** An Identity Center session lasts up to this by default settings; a sign-in before it is too old to belong. */
const LONGEST_SIGN_IN_MS = 7 * 24 * HOUR_MS;

type PortalRole = NonNullable<IssueDetails["portalRole"]>;

/** A question that the events answer: those at `address`, of that time. */
export interface Want {
  readonly address: string;
  readonly range: TimeRange;
}

/** Under what an event is found (facts: aws §4.10). */
export function addressesOf(event: HopEvent): string[] {
  const { kind, issued, details } = event;
  const found: (string | null)[] = [];
  if (issued !== null) {
    // GetSigninToken may tell the key that it was called with: it did not issue that.
    const isEcho = kind === "signin-token" && issued.accessKeyId === event.by.accessKeyId;
    if (!isEcho) found.push(issued.accessKeyId && keyAddress(issued.accessKeyId));
    found.push(issued.principalId && principalAddress(issued.principalId, event.eventTimeMs));
  }
  if (details.portalRole !== null) found.push(portalAddress(details.portalRole, event.eventTimeMs));
  if (kind === "create-token" || kind === "user-authentication") {
    const user = portalUserOf(event);
    found.push(user && userAddress(kind, user));
  }
  if (kind === "pod-identity" && details.clusterName !== null)
    found.push(podAddress(event.region, details.clusterName, event.eventTimeMs));
  if (kind === "oauth-token" || kind === "console-login") found.push(...loginAddresses(event));
  return found.filter((one) => one !== null && one !== "") as string[];
}

/**
 * A sign-in is of the session that it names. One with a password, of a user or root, names none: it began one in its
 * second, or in the one before that, since it is recorded when it is done.
 */
function loginAddresses({ kind, by: { principalId, createdMs }, eventTimeMs }: HopEvent): string[] {
  if (principalId === null) return [];
  if (createdMs !== null) return [loginAddress(principalId, createdMs)];
  if (kind !== "console-login") return [];
  return [eventTimeMs, eventTimeMs - SECOND_MS].map((ms) => loginAddress(principalId, ms));
}

/** The ways to the event that issued credentials; null = they leave it open. */
export interface IssuerWants {
  readonly byKey: Want | null;
  /** Of that principal, in the second of the session's creation. */
  readonly byPrincipal: Want | null;
  /** `aws login` and the console go on with a session that they did not begin. */
  readonly login: Want | null;
}

/** Which events may have issued these credentials, that were used at `usedMs`. */
export function wantIssuers(
  { accessKeyId, principalId, createdMs }: Credentials,
  usedMs: number,
): IssuerWants {
  const until = usedMs + SKEW_MS + 1;
  const isTemporary = accessKeyId?.startsWith("ASIA") ?? false;
  const since = { from: usedMs - LONGEST_SESSION_MS, to: until };
  const byKey = isTemporary ? { address: keyAddress(accessKeyId ?? ""), range: since } : null;
  if (createdMs === null || principalId === null) return { byKey, byPrincipal: null, login: null };
  const second = secondAround(createdMs);
  const byPrincipal = { address: principalAddress(principalId, createdMs), range: second };
  const login = { address: loginAddress(principalId, createdMs), range: { from: second.from, to: until } };
  return { byKey, byPrincipal: principalId.includes(":") ? byPrincipal : null, login };
}

/** The portal's call behind an Identity Center role: that permission set and account, the second of creation. */
export function wantPortal(role: PortalRole | null, createdMs: number | null): Want | null {
  if (role === null || createdMs === null) return null;
  return { address: portalAddress(role, createdMs), range: secondAround(createdMs) };
}

/** What the person did before the portal's call. */
export function wantSignIns(
  userId: string,
  beforeMs: number,
): { readonly token: Want; readonly signIn: Want } {
  const range = { from: beforeMs - LONGEST_SIGN_IN_MS, to: beforeMs + SKEW_MS + 1 };
  return {
    token: { address: userAddress("create-token", userId), range },
    signIn: { address: userAddress("user-authentication", userId), range },
  };
}

/** The agent's call behind a pod's role: of the same second, else of the one before. Empty where no tag names the cluster. */
export function wantPodIdentity({ details, region, eventTimeMs }: HopEvent): readonly Want[] {
  const cluster = details.pod?.cluster ?? null;
  if (cluster === null) return [];
  return [eventTimeMs, eventTimeMs - SECOND_MS].map((ms) => ({
    address: podAddress(region, cluster, ms),
    range: secondAround(ms),
  }));
}

function secondAround(ms: number): TimeRange {
  return { from: ms - SKEW_MS, to: ms + SECOND_MS + SKEW_MS };
}

const keyAddress = (key: string) => `key/${key}`;
const principalAddress = (id: string, ms: number) => `principal/${seconds(ms)}/${id}`;
const loginAddress = (id: string, ms: number) => `login/${seconds(ms)}/${id}`;
const portalAddress = (role: PortalRole, ms: number) =>
  `portal/${seconds(ms)}/${role.accountId}/${role.name}`;
const userAddress = (kind: "create-token" | "user-authentication", id: string) => `${kind}/${id}`;
const podAddress = (region: string, cluster: string, ms: number) => `pod/${seconds(ms)}/${region}/${cluster}`;

function seconds(ms: number): number {
  return Math.floor(ms / SECOND_MS);
}
