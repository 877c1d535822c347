import { BandAssignment } from "./matching/band-assignment";
import { groupEvents } from "./matching/event-groups";
import { matchMixedGroup } from "./matching/match-mixed-group";
import { createWindows, matchPlainGroup } from "./matching/match-plain-group";
import type { Matching } from "./matching/matching";
import { slackOf } from "./matching/mixed-group";
import type { StsMatchWithRefs } from "./matching/sts-match";
import type { TimeGroups } from "./matching/time-groups";
import type { PairedAttempt } from "./paired-attempt";
import type { StsCandidate } from "./sts-candidate";

/**
 * Attempt → the GetCallerIdentity that the authenticator made for it: by access key (or, where the log has none, by
 * principal and session), in the Region of `stsendpoint`, from WINDOW_BEFORE_MS before to WINDOW_AFTER_MS after the
 * deciding line. One to one, also across clusters; as many attempts as possible get an event, then by least squared
 * distance. The result depends on the sets alone. Where another assignment is as good, the attempt gets none and all
 * candidates are its alternatives. Answers stand in the order of `attempts`; null: nobody to look for, or no event.
 *
 * Cost: linear in attempts, events and candidates (see cutChain for clients that never pause).
 */
export function matchStsEvents(
  attempts: readonly PairedAttempt[],
  events: readonly StsCandidate[],
  regionOf: (cluster: string) => string,
): readonly (StsMatchWithRefs | null)[] {
  const matches = new Array<StsMatchWithRefs | null>(attempts.length).fill(null);
  const matching: Matching = { attempts, events, regionOf, band: new BandAssignment(), matches };
  const groups = groupEvents(attempts, events, regionOf);
  const windows = createWindows(groups.attempts.item.length);
  for (const [group, isMixed] of groups.isMixed.entries()) {
    const slack = isMixed ? null : commonSlack(groups.events, group, events);
    if (slack === null) matchMixedGroup(matching, groups, group);
    else matchPlainGroup(matching, groups, { group, slack, windows });
  }
  return matches;
}

/** null: some event times are known to the millisecond, some to the second. */
function commonSlack(groups: TimeGroups, group: number, events: readonly StsCandidate[]): number | null {
  let common: number | null = null;
  for (let p = groups.start[group] as number; p < (groups.end[group] as number); p++) {
    const slack = slackOf(events[groups.item[p] as number] as StsCandidate);
    if (common !== null && common !== slack) return null;
    common = slack;
  }
  return common ?? 0;
}
