import { compareText } from "../pairing/line-order";
import type { StsCandidate } from "../sts-candidate";
import type { TimeGroups } from "./time-groups";

/**
 * CloudTrail may deliver an event twice: keeps one record of each event id. Copies have equal times, so only runs of
 * equal times are looked at. Shrinks `end` of the groups.
 */
export function dropDuplicates(groups: TimeGroups, events: readonly StsCandidate[]): void {
  for (let g = 0; g < groups.end.length; g++) {
    const [from, to] = [groups.start[g] as number, groups.end[g] as number];
    let kept = from;
    for (let p = from; p < to; ) {
      let runEnd = p + 1;
      while (runEnd < to && groups.times[runEnd] === groups.times[p]) runEnd++;
      kept = runEnd === p + 1 ? keep(groups, p, kept) : keepDistinct(groups, events, { p, runEnd, kept });
      p = runEnd;
    }
    groups.end[g] = kept;
  }
}

function keep({ item, times }: TimeGroups, from: number, to: number): number {
  item[to] = item[from] as number;
  times[to] = times[from] as number;
  return to + 1;
}

function keepDistinct(
  groups: TimeGroups,
  events: readonly StsCandidate[],
  run: { p: number; runEnd: number; kept: number },
): number {
  const copies = [...groups.item.subarray(run.p, run.runEnd)]
    .map((i) => ({ i, event: events[i] as StsCandidate }))
    .sort(
      (a, b) =>
        compareText(a.event.eventId, b.event.eventId) || compareText(a.event.recordId, b.event.recordId),
    );
  const time = groups.times[run.p] as number;
  let kept = run.kept;
  for (const [n, { i, event }] of copies.entries()) {
    if (event.eventId === copies[n - 1]?.event.eventId) continue;
    groups.item[kept] = i;
    groups.times[kept++] = time;
  }
  return kept;
}
