import type { Attempt } from "@/lib/domain/correlate/attempt";
import { explainReason, type ExplainedReason } from "@/lib/domain/explain/explain-reason";
import { reasonOfDenial } from "@/lib/domain/explain/reasons/denial-reason";
import { readCloudTrailRecord } from "@/lib/domain/parse/cloudtrail-event";
import type { StsEvidence } from "@/lib/domain/summarize/attempts/attempt-detail";
import type { StoredCoverage } from "@/lib/domain/summarize/coverage/coverage-report";

/** Why an attempt was denied, with its own values in the fixes; null = it was not, or its text is not known. */
export function whyDenied(
  attempt: Attempt,
  events: readonly Pick<StsEvidence, "json">[],
  sources: readonly StoredCoverage[],
): ExplainedReason | null {
  const code = attempt.decision === "denied" ? reasonOfDenial(attempt.error ?? "") : null;
  if (code === null) return null;
  const { cluster, caller } = attempt;
  const region = sources.find((source) => source.cluster === cluster && source.region !== "")?.region ?? null;
  const canonical = caller?.canonicalArn ?? null;
  const whole = canonical === null ? null : roleWithPath(canonical, events);
  return explainReason(code, {
    cluster,
    region,
    principalArn: whole ?? canonical,
    isPathKnown: whole !== null,
  });
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
