import type { StsCandidate } from "../sts-candidate";
import { type Chain, type Piece, squaredDistance, UNDECIDED } from "./chain";
import { cutAtSteps, cutByWork } from "./chain-cuts";
import type { EventGroups } from "./event-groups";
import { assignGenerally, MAX_GENERAL_ATTEMPTS } from "./general-assignment";
import type { Matching } from "./matching";
import { isUniform, type MixedChain, type MixedGroup, mixedChains, readMixedGroup } from "./mixed-group";
import { nearest, type StsMatchWithRefs, toOnlyMatch, toTimedMatch } from "./sts-match";
import { slackOf } from "./wanted-event";

/** Matches a group where not every event suits every attempt. */
export function matchMixedGroup(matching: Matching, groups: EventGroups, group: number): void {
  const mixed = readMixedGroup(matching, groups, group);
  const chosen = new Int32Array(mixed.attempts.length).fill(UNDECIDED);
  for (const whole of mixedChains(mixed)) {
    cutAtSteps(timesOf(mixed, whole), wholeOf(whole), (piece) => {
      const chain = partOf(whole, piece);
      const local = isUniform(mixed, chain)
        ? matchUniform(matching, mixed, chain)
        : matchGenerally(mixed, chain);
      for (const [i, attempt] of chain.attempts.entries()) {
        const event = local[i] as number;
        chosen[attempt] = event === UNDECIDED ? UNDECIDED : (chain.events[event] as number);
      }
    });
  }
  for (const [i, attempt] of mixed.attempts.entries()) {
    matching.matches[attempt.index] = readMatch(mixed, i, chosen[i] as number);
  }
}

/** All want the same: only time decides, as in a plain group. */
function matchUniform(matching: Matching, mixed: MixedGroup, chain: MixedChain): Int32Array {
  const chosen = new Int32Array(chain.attempts.length).fill(UNDECIDED);
  matching.band.solve(timesOf(mixed, chain), wholeOf(chain), chosen);
  return chosen;
}

function matchGenerally(mixed: MixedGroup, chain: MixedChain): Int32Array {
  const chosen = new Int32Array(chain.attempts.length).fill(UNDECIDED);
  const visit = (piece: Piece): void => {
    const { attempts, events } = partOf(chain, piece);
    const cost = costsOf(mixed, attempts, events);
    const local = assignGenerally({ attempts: attempts.length, events: events.length, cost });
    for (const [i, event] of local.entries()) {
      chosen[piece.attemptFrom + i] = event === UNDECIDED ? UNDECIDED : piece.eventFrom + event;
    }
  };
  cutByWork(timesOf(mixed, chain), wholeOf(chain), { maxAttempts: MAX_GENERAL_ATTEMPTS, visit });
  return chosen;
}

function partOf(chain: MixedChain, piece: Piece): MixedChain {
  return {
    attempts: chain.attempts.slice(piece.attemptFrom, piece.attemptTo),
    events: chain.events.slice(piece.eventFrom, piece.eventTo),
  };
}

function costsOf(mixed: MixedGroup, attempts: readonly number[], events: readonly number[]): Float64Array {
  const cost = new Float64Array(attempts.length * events.length).fill(Number.POSITIVE_INFINITY);
  const column = new Map(events.map((event, j) => [event, j]));
  for (const [i, attempt] of attempts.entries()) {
    const { timeMs, candidates } = mixed.attempts[attempt] as MixedGroup["attempts"][number];
    for (const candidate of candidates) {
      const j = column.get(candidate);
      const event = mixed.events[candidate] as StsCandidate;
      if (j !== undefined) {
        cost[i * events.length + j] = squaredDistance(timeMs, event.timeMs, slackOf(event));
      }
    }
  }
  return cost;
}

function timesOf(mixed: MixedGroup, chain: MixedChain): Chain {
  return {
    attempts: Float64Array.from(chain.attempts, (i) => mixed.attempts[i]?.timeMs ?? 0),
    events: Float64Array.from(chain.events, (j) => mixed.events[j]?.timeMs ?? 0),
    slack: chain.events.some((j) => mixed.events[j]?.timePrecision === "s") ? 999 : 0,
  };
}

function wholeOf({ attempts, events }: MixedChain): Piece {
  return { attemptFrom: 0, attemptTo: attempts.length, eventFrom: 0, eventTo: events.length };
}

function readMatch(mixed: MixedGroup, i: number, choice: number): StsMatchWithRefs | null {
  const { candidates, wanted, timeMs } = mixed.attempts[i] as MixedGroup["attempts"][number];
  if (candidates.length === 0) return null;
  const chosen = choice === UNDECIDED ? null : (mixed.events[choice] as StsCandidate);
  const [signer, other] = wanted.signers;
  const byKey = other === undefined && Boolean(signer?.accessKeyId);
  if (chosen !== null && candidates.length === 1) return toOnlyMatch(chosen, byKey);
  const events = candidates.map((at) => mixed.events[at] as StsCandidate);
  const timeAt = (at: number) => events[at]?.timeMs ?? 0;
  const { lo, hi } = nearest(timeAt, { lo: 0, hi: events.length }, timeMs);
  const others = events.slice(lo, hi).filter((event) => event !== chosen);
  return toTimedMatch(
    chosen,
    others.map((event) => event.eventId),
  );
}
