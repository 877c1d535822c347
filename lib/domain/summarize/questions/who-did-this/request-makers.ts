import { type RequestMaker, whoMadeRequest } from "../../../explain/who-made-request";
import type { EpochMs } from "../../../time/time-range";
import type { TracedRequest } from "../../requests/request-page";

/** Somebody who made some of these requests. */
export interface CountedMaker extends RequestMaker {
  readonly requests: number;
  readonly firstMs: EpochMs;
  readonly lastMs: EpochMs;
}

/** Who made these requests, those of most first. Names of one text that are known otherwise are two. */
export function requestMakers(rows: readonly TracedRequest[]): CountedMaker[] {
  const makers = new Map<string, CountedMaker>();
  for (const row of rows) {
    const maker = whoMadeRequest(row);
    const { timeMs } = row.request;
    const key = JSON.stringify([maker.text, maker.origin?.kind ?? null]);
    const known = makers.get(key);
    makers.set(
      key,
      known === undefined
        ? { ...maker, requests: 1, firstMs: timeMs, lastMs: timeMs }
        : {
            ...known,
            requests: known.requests + 1,
            firstMs: Math.min(known.firstMs, timeMs),
            lastMs: Math.max(known.lastMs, timeMs),
          },
    );
  }
  return [...makers.values()].sort((a, b) => b.requests - a.requests || b.lastMs - a.lastMs);
}
