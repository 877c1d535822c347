import { canonicalizeArn } from "../../identity/canonicalize-arn";
import type { Caller } from "../attempt";
import type { PairedAttempt } from "../paired-attempt";
import { readCaller } from "../pairing/callers";
import type { StsCandidate } from "../sts-candidate";
import { GLOBAL_STS_REGION, regionOfStsHost } from "../sts-region";

/** What the GetCallerIdentity behind an attempt must look like, but for its time. */
export interface WantedEvent {
  /** One of these signed it. More than one where the log cannot tell which. */
  readonly signers: readonly Caller[];
  /** Recorded in one of these Regions; null: in any. */
  readonly regions: readonly string[] | null;
}

/**
 * Lines without `stsendpoint` (before v0.6.28, all of 0.5): the client asked the cluster's Region or the global
 * endpoint. A host that is not known leaves the Region open. Source: facts, AWS §1.3 and §4.10.
 */
export function wantedRegions(stsEndpoint: string | null, clusterRegion: string): readonly string[] | null {
  if (stsEndpoint === null || stsEndpoint === "") return [clusterRegion, GLOBAL_STS_REGION];
  const region = regionOfStsHost(stsEndpoint);
  return region === null ? null : [region];
}

/** null: nobody to look for, since STS vouched for no one. */
export function wantedEvent(attempt: PairedAttempt, clusterRegion: string): WantedEvent | null {
  if (attempt.caller === null) return null;
  const signers: Caller[] = [];
  if (attempt.tangled.length > 0) {
    for (const { event } of attempt.tangled)
      if (event.type === "sts-response") signers.push(readCaller(event));
  } else signers.push(attempt.caller);
  return { signers, regions: wantedRegions(attempt.stsEndpoint, clusterRegion) };
}

export function isWanted(wanted: WantedEvent, event: StsCandidate): boolean {
  if (wanted.regions !== null && !wanted.regions.includes(event.region)) return false;
  return wanted.signers.some((signer) => hasSigned(signer, event));
}

/** By the access key; else by principal and session; else by whatever of the principal is known. */
function hasSigned(signer: Caller, event: StsCandidate): boolean {
  if (signer.accessKeyId) return event.accessKeyId === signer.accessKeyId;
  if (signer.uniqueId !== null) return isPrincipal(event.principalId, signer.uniqueId, signer.sessionName);
  return signer.canonicalArn !== null && canonicalArnOf(event) === signer.canonicalArn;
}

/** `principalId` is `<uniqueId>:<session>`, or the unique id alone for users, root and federated users. */
function isPrincipal(principalId: string | null, uniqueId: string, sessionName: string | null): boolean {
  if (!principalId?.startsWith(uniqueId)) return false;
  const session = principalId.slice(uniqueId.length);
  if (sessionName === null) return session === "" || session.startsWith(":");
  return session === (sessionName === "" ? "" : `:${sessionName}`);
}

/** How long after `timeMs` the event may have happened. */
export function slackOf(event: StsCandidate): number {
  return event.timePrecision === "s" ? 999 : 0;
}

export function canonicalArnOf(event: StsCandidate): string | null {
  const arn = event.arn === null ? null : canonicalizeArn(event.arn);
  return arn?.ok ? arn.canonical : null;
}

/** Equal texts want the same events. */
export function signatureOf(wanted: WantedEvent): string {
  const signers = wanted.signers.map((one) => [
    one.accessKeyId,
    one.uniqueId,
    one.sessionName,
    one.canonicalArn,
  ]);
  return JSON.stringify([signers, wanted.regions]);
}
