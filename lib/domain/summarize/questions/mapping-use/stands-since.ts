import type { ConfigurationAt } from "../../../explain/configuration/configuration-at";
import type { EpochMs } from "../../../time/time-range";
import { listMappings } from "../../configuration/list-mappings";
import { mappingKey } from "../entrances/mapping-key";

/**
 * Since when each mapping of now stands, by `mappingKey`; those are absent that stand as far back as anything is known. One that
 * was gone for a while stands since the first time.
 */
export function standsSince(
  stretches: readonly ConfigurationAt[],
  bounds: readonly EpochMs[],
): ReadonlyMap<string, EpochMs> {
  const keys = stretches.map(
    ({ known }) => new Set(listMappings(known).map(({ backEnd, entry }) => mappingKey(backEnd, entry))),
  );
  const since = new Map<string, EpochMs>();
  for (const key of keys.at(-1) ?? []) {
    const atMs = bounds[keys.findIndex((one) => one.has(key)) - 1];
    if (atMs !== undefined) since.set(key, atMs);
  }
  return since;
}
