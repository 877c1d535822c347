import type { StsCandidate } from "../sts-candidate";
import { UNDECIDED } from "./chain";
import type { EventGroups } from "./event-groups";
import type { Matching } from "./matching";
import type { Windows } from "./solve-plain-group";
import { MAX_ALTERNATIVES, nearest, type StsMatchWithRefs, toOnlyMatch, toTimedMatch } from "./sts-match";
import { positionsOf } from "./time-groups";

/** Writes down what was found for the plain groups. In order of the attempts, since that is how memory is laid out. */
export function readPlainMatches(
  { attempts, events, matches }: Matching,
  groups: EventGroups,
  windows: Windows,
): void {
  const positions = positionsOf(groups.attempts, attempts.length);
  const eventItems = groups.events.item;
  for (let i = 0; i < attempts.length; i++) {
    const position = positions[i] as number;
    const lo = position < 0 ? 0 : (windows.lo[position] as number);
    const hi = position < 0 ? 0 : (windows.hi[position] as number);
    if (lo === hi) continue;
    const choice = windows.chosen[position] as number;
    const chosen = choice === UNDECIDED ? null : (events[eventItems[choice] as number] as StsCandidate);
    if (chosen !== null && hi - lo === 1) matches[i] = toOnlyMatch(chosen, true);
    else {
      const timeMs = groups.attempts.times[position] as number;
      matches[i] = timedMatch({ events, groups, chosen }, { lo, hi }, timeMs);
    }
  }
}

interface Found {
  readonly events: readonly StsCandidate[];
  readonly groups: EventGroups;
  readonly chosen: StsCandidate | null;
}

function timedMatch(found: Found, window: { lo: number; hi: number }, timeMs: number): StsMatchWithRefs {
  const { item, times } = found.groups.events;
  let { lo, hi } = window;
  if (hi - lo > MAX_ALTERNATIVES) ({ lo, hi } = nearest((at) => times[at] as number, window, timeMs));
  const ids = new Array<string>(found.chosen === null ? hi - lo : hi - lo - 1);
  let n = 0;
  for (let at = lo; at < hi; at++) {
    const event = found.events[item[at] as number] as StsCandidate;
    if (event !== found.chosen) ids[n++] = event.eventId;
  }
  return toTimedMatch(found.chosen, ids);
}
