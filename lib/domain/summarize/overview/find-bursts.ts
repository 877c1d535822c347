import { groupBy } from "../../explain/group-by";
import { reasonOf } from "../../explain/reasons/registry";
import { HOUR_MS, MINUTE_MS } from "../../time/durations";
import type { DenialBurst, DenialCount, MappingChange } from "./denial-burst";
import { changeBefore } from "./change-before";
import { deniedIn } from "./denied-in";
import { findCommonCauses } from "./find-common-causes";
import { usualDenials } from "./usual-denials";

/** How finely bursts are looked for. */
export const BURST_STEP_MS = 10 * MINUTE_MS;
/** Fewer denials within a step are nothing to be alarmed about. */
const LEAST = 8;
/** So many times the ordinary. */
const TIMES = 3;
/** After a change of mappings so few are enough. */
const LEAST_AFTER_CHANGE = 2;

/** What bursts of one cluster are told from. */
export interface BurstFacts {
  readonly cluster: string;
  readonly counts: readonly DenialCount[];
  /** Denials of each hour before, those without any as 0. */
  readonly hoursBefore: readonly number[];
  readonly changes: readonly MappingChange[];
}

/**
 * Where a cluster turned away far more than it ordinarily does, newest first. A step of ten minutes belongs to a burst when
 * it holds at least 8 denials and three times as many as are ordinary (`usualDenials` of the hours before, a sixth of it);
 * or when two callers or more had no mapping within half an hour of a change of the mappings. Steps that touch, or
 * have one step between them, are one burst.
 */
export function findBursts({ cluster, counts, hoursBefore, changes }: BurstFacts): DenialBurst[] {
  const usual = (usualDenials(hoursBefore) * BURST_STEP_MS) / HOUR_MS;
  const steps = [...groupBy(counts, ({ stepMs }) => stepMs)].sort(([a], [b]) => a - b);
  const bursting = steps.filter(([, own]) => isBurst(own, usual, changes));
  return joinSteps(bursting)
    .map((own) => toBurst(own, { cluster, usual, changes }))
    .reverse();
}

function isBurst(own: readonly DenialCount[], usual: number, changes: readonly MappingChange[]): boolean {
  if (deniedIn(own) >= Math.max(LEAST, TIMES * usual)) return true;
  const unmapped = own.filter(({ code }) => code !== null && reasonOf(code).stage === "mapping");
  const [first] = unmapped.map(({ firstMs }) => firstMs).sort((a, b) => a - b);
  if (first === undefined || deniedIn(unmapped) < Math.max(LEAST_AFTER_CHANGE, usual)) return false;
  return changeBefore(changes, first) !== null;
}

function joinSteps(steps: readonly (readonly [number, readonly DenialCount[]])[]): DenialCount[][] {
  const bursts: { last: number; own: DenialCount[] }[] = [];
  for (const [stepMs, counts] of steps) {
    const open = bursts.at(-1);
    if (open === undefined || stepMs - open.last > 2 * BURST_STEP_MS)
      bursts.push({ last: stepMs, own: [...counts] });
    else {
      open.last = stepMs;
      open.own.push(...counts);
    }
  }
  return bursts.map(({ own }) => own);
}

function toBurst(
  own: readonly DenialCount[],
  { cluster, usual, changes }: { cluster: string; usual: number; changes: readonly MappingChange[] },
): DenialBurst {
  const denied = deniedIn(own);
  const causes = findCommonCauses(own, changes);
  const told = causes.reduce((sum, cause) => sum + cause.denied, 0);
  return {
    cluster,
    from: own.reduce((first, { firstMs }) => Math.min(first, firstMs), Number.POSITIVE_INFINITY),
    to: own.reduce((last, { lastMs }) => Math.max(last, lastMs), 0),
    denied,
    usual,
    causes,
    others: denied - told,
  };
}
