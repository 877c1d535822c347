import type { FaultPlan } from "@/lib/sandbox/faults/fault-plan";
import { shakyCalls } from "@/lib/sandbox/faults/named-plans";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const READING = ["logs:*", "cloudtrail:*"];

/** What goes wrong while engines are killed. The long form has the latest lines, for which the late sweeps are. */
export function soakFaults(seed: number, isShort: boolean): FaultPlan {
  const lateS = isShort
    ? [MINUTE, 5 * MINUTE, 20 * MINUTE]
    : [MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, 6 * HOUR];
  return {
    seed,
    othersUse: 0.3,
    late: lateS.map((byS) => ({ of: "lines", share: 0.03, byS })),
    calls: [
      { kind: "expired-page-token", share: 0.05 },
      { kind: "shuffled", share: 0.1, actions: READING },
      { kind: "twice", share: 0.1, actions: READING },
      ...shakyCalls(0.15),
    ],
  };
}
