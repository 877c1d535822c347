import { createChance } from "../chance";
import { GLOBAL_REGION } from "../organisation/places";
import type { JsonObject } from "../sessions/session";

/** Where a call to STS goes, and where CloudTrail therefore files it (facts: AWS §1.3). */
export interface StsHost {
  readonly name: string;
  /** Region of the trail. */
  readonly region: string;
  readonly servedBy: string;
  readonly endpointType: "regional" | "global";
}

export function regionalSts(region: string): StsHost {
  return { name: `sts.${region}.amazonaws.com`, region, servedBy: region, endpointType: "regional" };
}

/** Recorded in us-east-1, wherever it is served. */
export function globalSts(servedBy: string): StsHost {
  return { name: "sts.amazonaws.com", region: GLOBAL_REGION, servedBy, endpointType: "global" };
}

/** EKS's own actors ask the regional endpoint of us-east-1. */
export const US_EAST_1_STS: StsHost = regionalSts(GLOBAL_REGION);

/** `additionalEventData` of an STS record; `1:<region>:S:<ms>:R:<id>` in base64 where the milliseconds are told. */
export function stsRequestDetails(
  host: StsHost,
  call: { timeMs: number; key: string; precise: boolean },
): JsonObject {
  const details = { RequestDetails: { awsServingRegion: host.servedBy, endpointType: host.endpointType } };
  if (!call.precise) return details;
  const id = createChance(`${call.key}/extended/${call.timeMs}`).base32(8);
  const extended = Buffer.from(`1:${host.servedBy}:S:${call.timeMs}:R:${id}`).toString("base64");
  return { ExtendedRequestId: extended, ...details };
}

/** A global call that is served in the Region shows it in the host header. */
export function hostHeader(host: StsHost): string {
  return host.endpointType === "global" ? `sts-global.${host.servedBy}.amazonaws.com` : host.name;
}
