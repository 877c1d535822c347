import { WINDOW_AFTER_MS, WINDOW_BEFORE_MS } from "../correlation-reach";
import type { PairedAttempt } from "../paired-attempt";
import type { StsCandidate } from "../sts-candidate";
import { DisjointSets } from "./disjoint-sets";
import type { EventGroups } from "./event-groups";
import type { Matching } from "./matching";
import { isWanted, signatureOf, slackOf, type WantedEvent, wantedEvent } from "./wanted-event";

/** A group's attempts and events by time, with who may have whom. */
export interface MixedGroup {
  readonly attempts: readonly MixedAttempt[];
  readonly events: readonly StsCandidate[];
}

interface MixedAttempt {
  /** Place in the input. */
  readonly index: number;
  readonly timeMs: number;
  readonly wanted: WantedEvent;
  /** Places in the group's events, ascending. */
  readonly candidates: readonly number[];
}

/** What hangs together by candidates. Numbers are places in the group, ascending. */
export interface MixedChain {
  readonly attempts: readonly number[];
  readonly events: readonly number[];
}

export function readMixedGroup(matching: Matching, groups: EventGroups, group: number): MixedGroup {
  const events = itemsOf(groups.events, group).map((i) => matching.events[i] as StsCandidate);
  const attempts: MixedAttempt[] = [];
  let lo = 0;
  for (const index of itemsOf(groups.attempts, group)) {
    const attempt = matching.attempts[index] as PairedAttempt;
    const wanted = wantedEvent(attempt, matching.regionOf(attempt.decision.cluster));
    if (wanted === null) continue;
    const { timeMs } = attempt.decision;
    while (lo < events.length && (events[lo]?.timeMs ?? 0) + 999 < timeMs - WINDOW_BEFORE_MS) lo++;
    attempts.push({ index, timeMs, wanted, candidates: candidatesOf(events, lo, { timeMs, wanted }) });
  }
  return { attempts, events };
}

function candidatesOf(
  events: readonly StsCandidate[],
  from: number,
  { timeMs, wanted }: { timeMs: number; wanted: WantedEvent },
): number[] {
  const candidates: number[] = [];
  for (let at = from; at < events.length; at++) {
    const event = events[at] as StsCandidate;
    if (event.timeMs > timeMs + WINDOW_AFTER_MS) break;
    if (event.timeMs + slackOf(event) >= timeMs - WINDOW_BEFORE_MS && isWanted(wanted, event)) {
      candidates.push(at);
    }
  }
  return candidates;
}

export function mixedChains(group: MixedGroup): readonly MixedChain[] {
  const sets = new DisjointSets(group.attempts.length + group.events.length);
  for (const [i, { candidates }] of group.attempts.entries()) {
    for (const event of candidates) sets.join(group.attempts.length + event, i);
  }
  const chains = new Map<number, { attempts: number[]; events: number[] }>();
  for (const [i, { candidates }] of group.attempts.entries()) {
    if (candidates.length === 0) continue;
    const chain = chains.get(sets.find(i));
    if (chain === undefined) chains.set(sets.find(i), { attempts: [i], events: [] });
    else chain.attempts.push(i);
  }
  for (let event = 0; event < group.events.length; event++) {
    chains.get(sets.find(group.attempts.length + event))?.events.push(event);
  }
  return [...chains.values()];
}

/** Every event suits every attempt, but for the time, and all times are equally exact. */
export function isUniform(group: MixedGroup, chain: MixedChain): boolean {
  const events = chain.events.map((event) => group.events[event] as StsCandidate);
  const wishes = chain.attempts.map((i) => (group.attempts[i] as MixedAttempt).wanted);
  const [wish] = wishes;
  return (
    wish?.signers.length === 1 &&
    new Set(wishes.map(signatureOf)).size === 1 &&
    new Set(events.map((event) => event.timePrecision)).size === 1 &&
    events.every((event) => isWanted(wish, event))
  );
}

function itemsOf(groups: EventGroups["attempts"], group: number): number[] {
  return [...groups.item.subarray(groups.start[group], groups.end[group])];
}
