import type { ConfigurationAt } from "@/lib/domain/explain/configuration/configuration-at";
import { callerOfAttempt } from "@/lib/domain/explain/mapped/caller-of-attempt";
import { reasonOf } from "@/lib/domain/explain/reasons/registry";
import type { PrincipalAtCluster } from "@/lib/domain/explain/remedies/principal-at-cluster";
import { explainMappingDenial } from "@/lib/domain/explain/why-not-mapped/explain-mapping-denial";
import type { MappingReason } from "@/lib/domain/explain/why-not-mapped/mapping-denial";
import type { EpochMs } from "@/lib/domain/time/time-range";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { explainReason, type ExplainedReason } from "@/lib/domain/explain/explain-reason";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import type { StsEvidence } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";

/** What a denial is explained by. */
export interface DenialEvidence {
  readonly events: readonly Pick<StsEvidence, "json">[];
  readonly sources: readonly StoredCoverage[];
  /** null = it did not come to the mapping. */
  readonly at: ConfigurationAt | null;
}

/** A reason, and the entry that it is about; null = it is about none. */
export interface DenialReason {
  readonly explained: ExplainedReason;
  readonly about: MappingReason | null;
}

/**
 * Why an attempt was denied, the likeliest first, with its own values in the fixes: several where the configuration of that
 * time leaves several possible. Empty = it was not denied, or its text is not known.
 */
export function whyDenied(attempt: Attempt, { events, sources, at }: DenialEvidence): DenialReason[] {
  const code = attempt.decision === "denied" ? reasonOfDenial(attempt.error ?? "") : null;
  if (code === null) return [];
  const who = whoAt(attempt, events, sources);
  const caller = callerOfAttempt(attempt);
  if (caller === null || at === null || reasonOf(code).stage !== "mapping")
    return [{ explained: explainReason(code, who), about: null }];
  const denial = { caller, known: at.known, awsAuthText: at.awsAuthText, who };
  return explainMappingDenial(code, denial, ageOf(at, attempt.timeMs)).map(({ explained, reason }) => ({
    explained,
    about: reason.entry === null && reason.mistake === null ? null : reason,
  }));
}

/** How long before, in ms, the configuration became what it was; null = nobody knows. */
function ageOf({ parts }: ConfigurationAt, timeMs: EpochMs): number | null {
  const changes = [parts.mode, parts.accessEntries, parts.awsAuth].filter(({ isSinceKnown }) => isSinceKnown);
  const last = Math.max(...changes.map(({ sinceMs }) => sinceMs ?? 0), 0);
  return last === 0 ? null : timeMs - last;
}

/** Where, and by which ARN, a fix lets the caller in. */
function whoAt(
  attempt: Attempt,
  events: readonly Pick<StsEvidence, "json">[],
  sources: readonly StoredCoverage[],
): PrincipalAtCluster {
  const { cluster, caller } = attempt;
  const region = sources.find((source) => source.cluster === cluster && source.region !== "")?.region ?? null;
  const canonical = caller?.canonicalArn ?? null;
  const whole = canonical === null ? null : roleWithPath(canonical, events);
  return {
    cluster,
    region,
    principalArn: whole ?? canonical,
    isPathKnown: whole !== null,
  };
}

/** CloudTrail's record of the call names the role whole (facts: aws §4.10). */
function roleWithPath(canonical: string, events: readonly Pick<StsEvidence, "json">[]): string | null {
  const kind = canonical.indexOf(":role/");
  if (kind < 0) return null;
  const [account, name] = [
    canonical.slice(0, kind + ":role/".length),
    canonical.slice(canonical.lastIndexOf("/")),
  ];
  for (const { json } of events) {
    const reading = readCloudTrailRecord(json);
    const arn = reading.ok ? (reading.record.identity.sessionIssuer?.arn ?? null) : null;
    if (arn?.startsWith(account) && arn.endsWith(name)) return arn;
  }
  return null;
}
