import type { Attempt } from "@/lib/domain/correlate/attempt";
import type { ConfigurationAt } from "@/lib/domain/explain/configuration/configuration-at";
import { callerOfAttempt } from "@/lib/domain/explain/mapped/caller-of-attempt";
import { explainMapping, type MappingExplanation } from "@/lib/domain/explain/mapped/explain-mapping";
import { findCulprit } from "@/lib/domain/explain/mapped/find-culprit";
import { guessBackEnd } from "@/lib/domain/explain/mapped/guess-back-end";
import { excerptOf } from "@/lib/domain/parse/mappings/text-excerpt";
import type { AttemptMapping } from "@/lib/domain/summarize/configuration/attempt-mapping";
import { HOUR_MS } from "@/lib/domain/time/durations";
import type { ReadConfiguration } from "../configuration/read-configuration";

/** The mapping that decided an attempt, over the configuration of its time; null = it did not come that far. */
export function mapAttempt(
  attempt: Attempt,
  at: ConfigurationAt,
  read: ReadConfiguration,
): Omit<AttemptMapping, "meant"> | null {
  const explained = explainMapping(attempt, at);
  if (explained === null) return null;
  const { entry } = entryOf(explained);
  const line = entry?.place?.line ?? null;
  return {
    ...explained,
    parts: at.parts,
    excerpt: line === null || at.awsAuthText === null ? null : excerptOf(at.awsAuthText, line),
    policies: at.known.accessEntries?.find(({ principalArn }) => principalArn === entry?.arn)?.policies ?? [],
    culprit: culpritOf(attempt, read),
    guess: attempt.decision === "granted" ? guessBackEnd(attempt) : null,
    broken: brokenBefore(attempt, read),
    unread: read.readings.filter(({ problem }) => problem !== null),
  };
}

function entryOf({ decision }: MappingExplanation) {
  return decision.outcome === "granted" ? decision : { entry: decision.refused.at(-1)?.entry ?? null };
}

function culpritOf(attempt: Attempt, { history, watched }: ReadConfiguration): AttemptMapping["culprit"] {
  const caller = attempt.decision === "denied" ? callerOfAttempt(attempt) : null;
  return caller === null ? null : findCulprit(caller, history, attempt.timeMs, watched);
}

/** An authenticator says at each change what of aws-auth it could not read. */
function brokenBefore({ timeMs }: Attempt, { history }: ReadConfiguration): AttemptMapping["broken"] {
  const last = history.awsAuth.findLast(({ fromMs }) => fromMs !== null && fromMs <= timeMs)?.fromMs ?? 0;
  const mark = history.broken.findLast(
    (one) => one.timeMs <= timeMs && one.timeMs >= Math.min(last, timeMs - HOUR_MS),
  );
  return mark === undefined ? null : { timeMs: mark.timeMs, message: mark.value ?? "" };
}
