import type { PairedAttempt } from "../paired-attempt";
import type { StsCandidate } from "../sts-candidate";
import { dropDuplicates } from "./distinct-events";
import { groupByTime, type TimeGroups } from "./time-groups";
import { canonicalArnOf, wantedRegions } from "./wanted-event";

/**
 * Attempts and events that may belong together, in groups that have nothing to do with each other. A plain group is
 * one access key in one Region: every attempt of it wants every event of it, but for the time. Where the log leaves
 * the key or the Region open for an attempt, all of its IAM principal is one mixed group.
 */
export interface EventGroups {
  readonly attempts: TimeGroups;
  readonly events: TimeGroups;
  readonly isMixed: readonly boolean[];
}

const APART = -1;

export function groupEvents(
  attempts: readonly PairedAttempt[],
  events: readonly StsCandidate[],
  regionOf: (cluster: string) => string,
): EventGroups {
  const keys = new GroupKeys();
  const region = createRegionReader(regionOf);
  const open = openPrincipals(attempts, region);
  const groupOfAttempt = Int32Array.from(attempts, (attempt) => {
    const arn = attempt.caller?.canonicalArn;
    if (arn && open.has(arn)) return keys.mixed(arn);
    const key = attempt.caller?.accessKeyId;
    const one = region(attempt);
    return key && one !== null ? keys.plain(key, one) : APART;
  });
  const groupOfEvent = Int32Array.from(events, (event) => {
    const arn = open.size === 0 ? null : canonicalArnOf(event);
    if (arn !== null && open.has(arn)) return keys.mixed(arn);
    return event.accessKeyId ? keys.known(event.accessKeyId, event.region) : APART;
  });
  const count = keys.isMixed.length;
  const grouped = groupByTime(groupOfEvent, count, events);
  dropDuplicates(grouped, events);
  return { attempts: groupByTime(groupOfAttempt, count, attempts), events: grouped, isMixed: keys.isMixed };
}

/** Principals with an attempt whose key or Region the log does not tell. */
function openPrincipals(attempts: readonly PairedAttempt[], region: RegionReader): ReadonlySet<string> {
  const open = new Set<string>();
  for (const attempt of attempts) {
    const { caller } = attempt;
    if (!caller?.canonicalArn) continue;
    if (!caller.accessKeyId || region(attempt) === null) open.add(caller.canonicalArn);
  }
  return open;
}

type RegionReader = (attempt: PairedAttempt) => string | null;

/** The one Region an attempt's event is in, or null where there may be several. */
function createRegionReader(regionOf: (cluster: string) => string): RegionReader {
  const byHost = new Map<string, string | null>();
  return ({ stsEndpoint, decision }) => {
    if (!stsEndpoint) return null;
    const known = byHost.get(stsEndpoint);
    if (known !== undefined) return known;
    const regions = wantedRegions(stsEndpoint, regionOf(decision.cluster));
    const only = regions?.length === 1 ? (regions[0] ?? null) : null;
    byHost.set(stsEndpoint, only);
    return only;
  };
}

class GroupKeys {
  readonly #plain = new Map<string, Map<string, number>>();
  readonly #mixed = new Map<string, number>();
  readonly isMixed: boolean[] = [];

  plain(key: string, region: string): number {
    let byRegion = this.#plain.get(key);
    if (byRegion === undefined) {
      byRegion = new Map();
      this.#plain.set(key, byRegion);
    }
    return byRegion.get(region) ?? this.#add(byRegion, region, false);
  }

  mixed(arn: string): number {
    return this.#mixed.get(arn) ?? this.#add(this.#mixed, arn, true);
  }

  /** The plain group of an event, if an attempt has opened it. */
  known(key: string, region: string): number {
    return this.#plain.get(key)?.get(region) ?? APART;
  }

  #add(map: Map<string, number>, key: string, isMixed: boolean): number {
    map.set(key, this.isMixed.length);
    return this.isMixed.push(isMixed) - 1;
  }
}
