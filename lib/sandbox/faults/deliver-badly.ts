import { createChance } from "../world/chance";
import type { World } from "../world/world";
import type { FaultPlan, LateFault } from "./fault-plan";
import { type Burst, openBurst } from "./open-burst";

/** The same world, whose records come late, and with the bursts of the plan. What really happened stays the truth. */
export function deliverBadly(world: World, plan: FaultPlan, startMs: number): World {
  const { late = [], bursts = [], seed = 1 } = plan;
  if (late.length === 0 && bursts.length === 0) return world;
  const rules = (of: LateFault["of"]) => late.filter((rule) => rule.of === of);
  const [lateLines, lateEvents] = [rules("lines"), rules("events")];
  const opened: Burst[] = bursts.map((fault) => openBurst(world, fault, startMs));
  const latestMs = Math.max(0, ...lateEvents.map(({ byS }) => byS * 1000));
  return {
    ...world,
    latestDeliveryMs: world.latestDeliveryMs + latestMs,
    lines: (cluster, range, nowMs) => {
      const burst = opened.flatMap(({ lines }) => lines).filter((line) => line.cluster === cluster);
      const fits = burst.filter(({ timeMs }) => timeMs >= range.from && timeMs <= range.to);
      const usual = world.lines(cluster, range, nowMs).map((line) => {
        const lateMs = latenessOf(lateLines, seed, line.eventId);
        return lateMs === 0 ? line : { ...line, ingestedMs: line.ingestedMs + lateMs };
      });
      return [...usual, ...fits].filter(({ ingestedMs }) => ingestedMs <= nowMs).sort(byTimeThenId);
    },
    events: (trail, range, nowMs) =>
      world
        .events(trail, range, nowMs)
        .map((event) => {
          const lateMs = latenessOf(lateEvents, seed, event.eventId);
          return lateMs === 0 ? event : { ...event, deliveredMs: event.deliveredMs + lateMs };
        })
        .filter(({ deliveredMs }) => deliveredMs <= nowMs),
    truth: (range) =>
      [
        ...world.truth(range),
        ...opened
          .flatMap(({ attempts }) => attempts)
          .filter(({ timeMs }) => timeMs >= range.from && timeMs <= range.to),
      ].sort((a, b) => a.timeMs - b.timeMs),
  };
}

/** In milliseconds. */
function latenessOf(rules: readonly LateFault[], seed: number, eventId: string): number {
  const chance = rules.length === 0 ? null : createChance(`${seed}/late/${eventId}`);
  const rule = rules.find(({ share }) => chance?.happens(share));
  return (rule?.byS ?? 0) * 1000;
}

function byTimeThenId(
  a: { timeMs: number; eventId: string },
  b: { timeMs: number; eventId: string },
): number {
  return a.timeMs - b.timeMs || (a.eventId < b.eventId ? -1 : 1);
}
