import { WINDOW_AFTER_MS, WINDOW_BEFORE_MS } from "../correlation-reach";
import type { StsCandidate } from "../sts-candidate";
import { type Chain, type Piece, UNDECIDED } from "./chain";
import { cutAtSteps } from "./chain-cuts";
import type { EventGroups } from "./event-groups";
import type { Matching } from "./matching";
import { nearest, type StsMatchWithRefs, toOnlyMatch, toTimedMatch } from "./sts-match";

/** Scratch by position in the groups: the window of each attempt and what was chosen for it. */
export interface Windows {
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  readonly chosen: Int32Array;
}

export function createWindows(attempts: number): Windows {
  return {
    lo: new Int32Array(attempts),
    hi: new Int32Array(attempts),
    chosen: new Int32Array(attempts).fill(UNDECIDED),
  };
}

/** Matches a group in which only time decides. */
export function matchPlainGroup(
  matching: Matching,
  groups: EventGroups,
  { group, slack, windows }: { group: number; slack: number; windows: Windows },
): void {
  const chain = { attempts: groups.attempts.times, events: groups.events.times, slack };
  const whole = pieceOf(groups, group);
  openWindows(chain, whole, windows);
  forEachChain(whole, windows, (piece) => {
    if (piece.attemptTo - piece.attemptFrom === 1 && piece.eventTo - piece.eventFrom === 1) {
      windows.chosen[piece.attemptFrom] = piece.eventFrom;
    } else cutAtSteps(chain, piece, (part) => matching.band.solve(chain, part, windows.chosen));
  });
  for (let position = whole.attemptFrom; position < whole.attemptTo; position++) {
    const attempt = groups.attempts.item[position] as number;
    matching.matches[attempt] = readMatch(matching, groups, { position, windows });
  }
}

function pieceOf({ attempts, events }: EventGroups, group: number): Piece {
  return {
    attemptFrom: attempts.start[group] as number,
    attemptTo: attempts.end[group] as number,
    eventFrom: events.start[group] as number,
    eventTo: events.end[group] as number,
  };
}

function openWindows({ attempts, events, slack }: Chain, piece: Piece, windows: Windows): void {
  let [lo, hi] = [piece.eventFrom, piece.eventFrom];
  for (let i = piece.attemptFrom; i < piece.attemptTo; i++) {
    const time = attempts[i] as number;
    while (lo < piece.eventTo && (events[lo] as number) + slack < time - WINDOW_BEFORE_MS) lo++;
    if (hi < lo) hi = lo;
    while (hi < piece.eventTo && (events[hi] as number) <= time + WINDOW_AFTER_MS) hi++;
    windows.lo[i] = lo;
    windows.hi[i] = hi;
  }
}

/** Runs of attempts whose windows share events; attempts without any are in no chain. */
function forEachChain(whole: Piece, { lo, hi }: Windows, visit: (chain: Piece) => void): void {
  let from = whole.attemptFrom;
  for (let i = whole.attemptFrom; i < whole.attemptTo; i++) {
    const last = i + 1 === whole.attemptTo || (lo[i + 1] as number) >= (hi[i] as number);
    if (!last) continue;
    const [eventFrom, eventTo] = [lo[from] as number, hi[i] as number];
    if (eventFrom < eventTo) visit({ attemptFrom: from, attemptTo: i + 1, eventFrom, eventTo });
    from = i + 1;
  }
}

function readMatch(
  matching: Matching,
  { attempts, events }: EventGroups,
  { position, windows }: { position: number; windows: Windows },
): StsMatchWithRefs | null {
  const window = { lo: windows.lo[position] as number, hi: windows.hi[position] as number };
  if (window.lo === window.hi) return null;
  const eventAt = (at: number) => matching.events[events.item[at] as number] as StsCandidate;
  const choice = windows.chosen[position] as number;
  const chosen = choice === UNDECIDED ? null : eventAt(choice);
  if (chosen !== null && window.hi - window.lo === 1) return toOnlyMatch(chosen, true);
  nearest(events.times, window, attempts.times[position] as number);
  const candidates: StsCandidate[] = [];
  for (let at = window.lo; at < window.hi; at++) candidates.push(eventAt(at));
  return toTimedMatch(chosen, candidates);
}
