import { createChance } from "../world/chance";
import type { CallFault, CallFaultKind, FaultPlan, FaultTimes } from "./fault-plan";

/** A call as the faults see it. */
export interface StruckCall {
  readonly accountId: string;
  readonly region: string;
  /** IAM action, such as `logs:FilterLogEvents`. */
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Gives what happens to the next call; null = nothing. */
export type Striker = (call: StruckCall) => CallFaultKind | null;

/** Chance is drawn from the seed, the rule and the number of the call among those of its account, Region and action. */
export function createStriker(plan: FaultPlan, now: () => number): Striker {
  const startMs = now();
  const counts = new Map<string, number>();
  return (call) => {
    const key = `${call.accountId}/${call.region}/${call.action}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    const sinceS = (now() - startMs) / 1000;
    for (const [place, fault] of (plan.calls ?? []).entries()) {
      const drawn = () => createChance(`${plan.seed ?? 1}/fault/${place}/${key}/${number}`);
      if (isAbout(fault, call) && isNow(fault, sinceS) && drawn().happens(fault.share ?? 1))
        return fault.kind;
    }
    return null;
  };
}

function isAbout(fault: CallFault, call: StruckCall): boolean {
  const { actions, region, about, kind } = fault;
  const service = `${call.action.split(":")[0]}:*`;
  if (actions !== undefined && !actions.includes(call.action) && !actions.includes(service)) return false;
  if (region !== undefined && region !== call.region) return false;
  if (kind.endsWith("-page-token") && pageTokenOf(call.input) === null) return false;
  return about === undefined || JSON.stringify(call.input).includes(about);
}

/** The token a call brings, whatever its service calls it. */
export function pageTokenOf(input: Readonly<Record<string, unknown>>): unknown {
  return input.nextToken ?? input.NextToken ?? null;
}

function isNow(
  { fromS = 0, toS = Number.POSITIVE_INFINITY, everyS, lastsS = 0 }: FaultTimes,
  sinceS: number,
) {
  if (sinceS < fromS || sinceS >= toS) return false;
  return everyS === undefined || (sinceS - fromS) % everyS >= everyS - lastsS;
}
