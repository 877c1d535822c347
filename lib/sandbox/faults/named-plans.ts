import type { CallFault, FaultPlan, LateFault } from "./fault-plan";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Every kind of late that `facts: security §4.2, B1` names. */
const LATE_LINES: readonly LateFault[] = [MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, 6 * HOUR].map((byS) => ({
  of: "lines",
  share: 0.02,
  byS,
}));

/** So many of the calls fail, in every way the wire knows. */
export function shakyCalls(share: number): CallFault[] {
  const kinds = ["throttled", "internal-error", "unavailable", "cut", "half", "html"] as const;
  // Each rule draws anew from what the rules before it have left.
  return kinds.map((kind, place) => {
    const left = kinds.length - place;
    return { kind, share: share / kinds.length / (1 - (share * (kinds.length - left)) / kinds.length) };
  });
}

/** Bad days with a name, for `gatebook sandbox --faults NAME`. */
export const NAMED_PLANS: Readonly<Record<string, FaultPlan>> = {
  throttled: { othersUse: 0.5, calls: [{ kind: "throttled", share: 0.3 }] },
  flaky: { calls: shakyCalls(0.3) },
  outage: { calls: [{ kind: "unavailable", fromS: 5 * MINUTE, everyS: HOUR, lastsS: 10 * MINUTE }] },
  expiring: { calls: [{ kind: "expired-credentials", everyS: MINUTE, lastsS: 5 }] },
  late: { late: [...LATE_LINES, { of: "events", share: 0.1, byS: 20 * MINUTE }] },
  silent: { calls: [{ kind: "silence", share: 0.05 }] },
  "bad-day": {
    othersUse: 0.4,
    late: LATE_LINES,
    calls: [
      { kind: "unavailable", fromS: 20 * MINUTE, everyS: 6 * HOUR, lastsS: 10 * MINUTE },
      { kind: "expired-page-token", share: 0.05 },
      { kind: "shuffled", share: 0.1, actions: ["logs:FilterLogEvents"] },
      { kind: "twice", share: 0.1 },
      ...shakyCalls(0.15),
    ],
  },
};
