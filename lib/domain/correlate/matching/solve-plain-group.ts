import { WINDOW_AFTER_MS, WINDOW_BEFORE_MS } from "../correlation-reach";
import type { BandAssignment } from "./band-assignment";
import { type Chain, type Piece, UNDECIDED } from "./chain";
import { cutAtSteps } from "./chain-cuts";

/** By position in the groups: the candidates of each attempt, `lo` to `hi` (not included), and the one chosen. */
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

/** Finds the event of every attempt of a group in which only time decides. */
export function solvePlainGroup(
  chain: Chain,
  group: Piece,
  tools: { windows: Windows; band: BandAssignment },
): void {
  const { windows, band } = tools;
  openWindows(chain, group, windows);
  forEachChain(group, windows, (piece) => {
    if (piece.attemptTo - piece.attemptFrom === 1 && piece.eventTo - piece.eventFrom === 1) {
      windows.chosen[piece.attemptFrom] = piece.eventFrom;
    } else cutAtSteps(chain, piece, (part) => band.solve(chain, part, windows.chosen));
  });
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
function forEachChain(group: Piece, { lo, hi }: Windows, visit: (chain: Piece) => void): void {
  let from = group.attemptFrom;
  for (let i = group.attemptFrom; i < group.attemptTo; i++) {
    const last = i + 1 === group.attemptTo || (lo[i + 1] as number) >= (hi[i] as number);
    if (!last) continue;
    const [eventFrom, eventTo] = [lo[from] as number, hi[i] as number];
    if (eventFrom < eventTo) visit({ attemptFrom: from, attemptTo: i + 1, eventFrom, eventTo });
    from = i + 1;
  }
}
