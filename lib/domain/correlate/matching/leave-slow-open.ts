import { WINDOW_AFTER_MS, WINDOW_BEFORE_MS } from "../correlation-reach";
import type { PairedAttempt } from "../paired-attempt";
import { type StsMatchWithRefs, toTimedMatch } from "./sts-match";
import type { StsCandidate } from "../sts-candidate";
import { slackOf } from "./wanted-event";

/** So much later than the quickest beside it an answer of STS was slow, and others may have overtaken it. */
const SLOW_MS = 300;
/** So many beside it are looked at, on either side, that a client in a tight loop costs no more. */
const MOST_BESIDE = 100;

/** An attempt with several candidates. */
interface Matched {
  readonly place: number;
  readonly timeMs: number;
  /** From its event to its line, by their two clocks: at least and at most. null: its event is open already. */
  readonly lag: { readonly leastMs: number; readonly mostMs: number } | null;
}

/**
 * Matching gives events in their order. Where one key asks again while STS is slow to answer, the later ones overtake, and
 * nothing tells which of them it was: they are left open, with all their candidates as alternatives. Clocks that differ
 * make all lags of a key longer alike, so what counts is how much longer one is than the least beside it.
 */
export function leaveSlowOpen(
  attempts: readonly PairedAttempt[],
  matches: readonly (StsMatchWithRefs | null)[],
): readonly (StsMatchWithRefs | null)[] {
  const open = new Set<number>();
  for (const ofKey of byKey(attempts, matches)) findOvertaken(ofKey, open);
  return open.size === 0
    ? matches
    : matches.map((match, i) => (match && open.has(i) ? opened(match) : match));
}

function opened({ eventId, alternatives }: StsMatchWithRefs): StsMatchWithRefs {
  return toTimedMatch(null, eventId === null ? alternatives : [eventId, ...alternatives]);
}

/** Those that compete, each in order of time. One that is open already has the key of its candidates. */
function byKey(
  attempts: readonly PairedAttempt[],
  matches: readonly (StsMatchWithRefs | null)[],
): Iterable<readonly Matched[]> {
  const keys = new Map(
    matches.flatMap((match) => (match?.event ? [[match.event.eventId, keyOf(match.event)] as const] : [])),
  );
  const found = new Map<string, Matched[]>();
  for (const [place, match] of matches.entries()) {
    if (match === null || match.alternatives.length === 0) continue;
    const { event } = match;
    const known = event === null ? match.alternatives.find((id) => keys.has(id)) : event.eventId;
    const key = keys.get(known ?? "");
    if (key === undefined) continue;
    const { timeMs } = (attempts[place] as PairedAttempt).decision;
    const one = { place, timeMs, lag: event === null ? null : lagOf(timeMs, event) };
    const ofKey = found.get(key);
    if (ofKey === undefined) found.set(key, [one]);
    else ofKey.push(one);
  }
  for (const ofKey of found.values()) ofKey.sort((a, b) => a.timeMs - b.timeMs || a.place - b.place);
  return found.values();
}

function keyOf({ accessKeyId, principalId, region }: StsCandidate): string {
  return `${accessKeyId ?? principalId}/${region}`;
}

function lagOf(timeMs: number, event: StsCandidate): NonNullable<Matched["lag"]> {
  const mostMs = timeMs - event.timeMs;
  return { mostMs, leastMs: mostMs - slackOf(event) };
}

function findOvertaken(ofKey: readonly Matched[], open: Set<number>): void {
  let first = 0;
  for (const [last, { timeMs, lag }] of ofKey.entries()) {
    while (last - first > MOST_BESIDE || (ofKey[first] as Matched).timeMs < timeMs - WINDOW_BEFORE_MS)
      first++;
    if (lag === null) continue;
    const least = leastLag(ofKey.slice(first, last + MOST_BESIDE), timeMs + WINDOW_BEFORE_MS);
    if (lag.leastMs - least >= SLOW_MS) openFrom(ofKey, { first, last, least }, open);
    // No clocks explain it, though all beside it may be as slow.
    if (lag.leastMs >= WINDOW_AFTER_MS + SLOW_MS) openFrom(ofKey, { first, last, least: 0 }, open);
  }
}

function leastLag(beside: readonly Matched[], untilMs: number): number {
  return beside.reduce(
    (least, { timeMs, lag }) => (lag !== null && timeMs <= untilMs ? Math.min(least, lag.mostMs) : least),
    Number.POSITIVE_INFINITY,
  );
}

/** Backwards from the slow one: all that were under way while one of those was that is left open. */
function openFrom(
  ofKey: readonly Matched[],
  { first, last, least }: { readonly first: number; readonly last: number; readonly least: number },
  open: Set<number>,
): void {
  let askedMs = Number.POSITIVE_INFINITY;
  for (let i = last; i >= first; i--) {
    const { place, timeMs, lag } = ofKey[i] as Matched;
    if (timeMs < askedMs && i < last) break;
    askedMs = Math.min(askedMs, lag === null ? askedMs : timeMs - (lag.leastMs - least));
    if (i < last) open.add(place).add((ofKey[last] as Matched).place);
  }
}
