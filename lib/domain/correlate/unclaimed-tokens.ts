import type { Attempt } from "./attempt";
import type { StsCandidate } from "./sts-candidate";

/**
 * The checks of tokens that CloudTrail shows and no attempt accounts for: the cluster's authenticator log was off or is
 * not read. They prove who signed a token and that an authenticator presented it; neither the cluster nor the outcome
 * is recorded (facts: AWS §4.1). In the order of `events`; an event delivered twice counts once.
 */
export function findUnclaimedTokens(
  attempts: readonly Attempt[],
  events: readonly StsCandidate[],
): StsCandidate[] {
  const claimed = new Set<string>();
  for (const { sts } of attempts) {
    if (sts === null) continue;
    if (sts.eventId !== null) claimed.add(sts.eventId);
    for (const id of sts.alternatives) claimed.add(id);
  }
  return events.filter(({ eventId }) => {
    const isNew = !claimed.has(eventId);
    claimed.add(eventId);
    return isNew;
  });
}
