import { addressesOf, type Want } from "./addresses";
import type { Answers } from "./candidates";
import type { HopEvent } from "./hop-event";
import type { FindEvents } from "./trace-chains";

/** Events in memory, by their addresses. */
export function createHopIndex(events: Iterable<HopEvent>): FindEvents {
  const index = new Map<string, HopEvent[]>();
  for (const event of events) {
    for (const address of addressesOf(event)) {
      const found = index.get(address);
      if (found === undefined) index.set(address, [event]);
      else found.push(event);
    }
  }
  return async (wants: readonly Want[]): Promise<Answers> =>
    new Map(wants.map(({ address }) => [address, index.get(address) ?? []]));
}
