import { isConfigurationEvent } from "@/lib/domain/parse/configuration-marks/marks-of-event";
import type { CloudTrailRecord } from "@/lib/domain/parse/cloudtrail-record";
import type { SourceRecord } from "@/lib/ports/event-source";

/** A trail holds every management event; these services' tell who took which identity (facts: aws §4.2 to §4.7). */
export const TRAIL_SERVICES = [
  "sts.amazonaws.com",
  "signin.amazonaws.com",
  "sso.amazonaws.com",
  "sso-oauth.amazonaws.com",
  "rolesanywhere.amazonaws.com",
  "eks-auth.amazonaws.com",
] as const;

/** Whose events a source reads. */
export interface TrailPlace {
  readonly accountId: string;
  readonly region: string;
}

/**
 * A record of a trail as LookupEvents would give it, or null: of a service that is not needed. Identity and time are the
 * record's own, so that it is one whatever the place it was read from.
 */
export function toTrailRecord(
  { accountId, region }: TrailPlace,
  { record, text }: { readonly record: CloudTrailRecord; readonly text: string },
): SourceRecord | null {
  if (!TRAIL_SERVICES.some((service) => service === record.eventSource) && !isConfigurationEvent(record))
    return null;
  return { stream: `${accountId}/${region}`, timeMs: record.eventTimeMs, text, eventId: record.eventId };
}
