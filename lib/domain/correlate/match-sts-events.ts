import { BandAssignment } from "./matching/band-assignment";
import type { Chain, Piece } from "./matching/chain";
import { type EventGroups, groupEvents } from "./matching/event-groups";
import { matchMixedGroup } from "./matching/match-mixed-group";
import type { Matching } from "./matching/matching";
import { readPlainMatches } from "./matching/read-plain-matches";
import { createWindows, solvePlainGroup } from "./matching/solve-plain-group";
import type { StsMatchWithRefs } from "./matching/sts-match";
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
  for (const [group, slack] of groups.slacks.entries()) {
    if (slack === null) matchMixedGroup(matching, groups, group);
    else solvePlainGroup(chainOf(groups, slack), pieceOf(groups, group), { windows, band: matching.band });
  }
  readPlainMatches(matching, groups, windows);
  return matches;
}

function chainOf({ attempts, events }: EventGroups, slack: number): Chain {
  return { attempts: attempts.times, events: events.times, slack };
}

function pieceOf({ attempts, events }: EventGroups, group: number): Piece {
  return {
    attemptFrom: attempts.start[group] as number,
    attemptTo: attempts.end[group] as number,
    eventFrom: events.start[group] as number,
    eventTo: events.end[group] as number,
  };
}
