import type { IssueDetails } from "../../parse/cloudtrail-record";
import type { EpochMs, TimeRange } from "../../time/time-range";
import type { HopEvent } from "./hop-event";
import { portalUserOf } from "./portal-user";

export const SECOND_MS = 1_000;

export type PortalRole = NonNullable<IssueDetails["portalRole"]>;

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
function loginAddresses({ by: { principalId, createdMs }, ...event }: HopEvent): string[] {
  const { kind, details, eventTimeMs } = event;
  const named = details.signInSessionArn ? [signInAddress(details.signInSessionArn)] : [];
  if (principalId === null) return named;
  if (createdMs !== null) return [...named, loginAddress(principalId, createdMs)];
  if (kind !== "console-login") return named;
  return [eventTimeMs, eventTimeMs - SECOND_MS].map((ms) => loginAddress(principalId, ms));
}

export const keyAddress = (key: string) => `key/${key}`;
export const signInAddress = (arn: string) => `sign-in/${arn}`;
export const principalAddress = (id: string, ms: EpochMs) => `principal/${seconds(ms)}/${id}`;
export const loginAddress = (id: string, ms: EpochMs) => `login/${seconds(ms)}/${id}`;
export const portalAddress = (role: PortalRole, ms: EpochMs) =>
  `portal/${seconds(ms)}/${role.accountId}/${role.name}`;
export const userAddress = (kind: "create-token" | "user-authentication", id: string) => `${kind}/${id}`;
export const podAddress = (region: string, cluster: string, ms: EpochMs) =>
  `pod/${seconds(ms)}/${region}/${cluster}`;

function seconds(ms: EpochMs): number {
  return Math.floor(ms / SECOND_MS);
}
