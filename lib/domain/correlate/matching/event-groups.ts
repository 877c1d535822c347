import type { PairedAttempt } from "../paired-attempt";
import type { StsCandidate } from "../sts-candidate";
import { dropDuplicates } from "./distinct-events";
import { APART, GroupKeys } from "./group-keys";
import { groupByTime, type TimeGroups } from "./time-groups";
import { canonicalArnOf, slackOf, wantedRegions } from "./wanted-event";

/**
 * Attempts and events that may belong together, in groups that have nothing to do with each other. A plain group is
 * one access key in one Region: every attempt of it wants every event of it, but for the time. Where the log leaves
 * the key or the Region open for an attempt, all of its IAM principal is one mixed group.
 */
export interface EventGroups {
  readonly attempts: TimeGroups;
  readonly events: TimeGroups;
  /** Of a plain group: how long after its `timeMs` an event may have happened. null: a mixed group. */
  readonly slacks: readonly (number | null)[];
}

export function groupEvents(
  attempts: readonly PairedAttempt[],
  events: readonly StsCandidate[],
  regionOf: (cluster: string) => string,
): EventGroups {
  const keys = new GroupKeys();
  const regions = onlyRegions(attempts, regionOf);
  const open = openPrincipals(attempts, regions);
  const groupOfAttempt = new Int32Array(attempts.length);
  for (let i = 0; i < attempts.length; i++) {
    groupOfAttempt[i] = groupOf(attempts[i] as PairedAttempt, regions[i] ?? null, { keys, open });
  }
  const groupOfEvent = groupsOfEvents(events, { keys, open });
  const count = keys.isMixed.length;
  const grouped = groupByTime(groupOfEvent, count, (i) => (events[i] as StsCandidate).timeMs);
  dropDuplicates(grouped, events);
  const timeOf = (i: number) => (attempts[i] as PairedAttempt).decision.timeMs;
  const slacks = slacksOf(keys, groupOfEvent, events);
  return { attempts: groupByTime(groupOfAttempt, count, timeOf), events: grouped, slacks };
}

interface Grouping {
  readonly keys: GroupKeys;
  /** Canonical ARNs of principals with an attempt whose key or Region the log does not tell. */
  readonly open: ReadonlySet<string>;
}

function groupOf({ caller }: PairedAttempt, region: string | null, { keys, open }: Grouping): number {
  if (caller === null) return APART;
  const arn = caller.canonicalArn;
  if (open.size > 0 && arn !== null && open.has(arn)) return keys.mixed(arn);
  return caller.accessKeyId && region !== null ? keys.plain(caller.accessKeyId, region) : APART;
}

function groupsOfEvents(events: readonly StsCandidate[], { keys, open }: Grouping): Int32Array {
  const groups = new Int32Array(events.length);
  const isOpen = createOpenCheck(open);
  for (let i = 0; i < events.length; i++) {
    const event = events[i] as StsCandidate;
    const arn = isOpen(event);
    if (arn !== null) groups[i] = keys.mixed(arn);
    else groups[i] = event.accessKeyId ? keys.known(event.accessKeyId, event.region) : APART;
  }
  return groups;
}

/** A group in which some times are known to the millisecond and some to the second is mixed as well. */
function slacksOf(
  { isMixed }: GroupKeys,
  groupOfEvent: Int32Array,
  events: readonly StsCandidate[],
): readonly (number | null)[] {
  const [exact, rough] = [new Uint8Array(isMixed.length), new Uint8Array(isMixed.length)];
  for (let i = 0; i < events.length; i++) {
    const group = groupOfEvent[i] as number;
    if (group !== APART) (slackOf(events[i] as StsCandidate) === 0 ? exact : rough)[group] = 1;
  }
  return isMixed.map((mixed, group) =>
    mixed || (exact[group] && rough[group]) ? null : rough[group] ? 999 : 0,
  );
}

/** The event's principal, if it is an open one. */
function createOpenCheck(open: ReadonlySet<string>): (event: StsCandidate) => string | null {
  const canonical = new Map<string, string | null>();
  return (event) => {
    if (open.size === 0 || event.arn === null) return null;
    let arn = canonical.get(event.arn);
    if (arn === undefined) {
      arn = canonicalArnOf(event);
      canonical.set(event.arn, arn);
    }
    return arn !== null && open.has(arn) ? arn : null;
  };
}

function openPrincipals(
  attempts: readonly PairedAttempt[],
  regions: readonly (string | null)[],
): ReadonlySet<string> {
  const open = new Set<string>();
  for (let i = 0; i < attempts.length; i++) {
    const { caller } = attempts[i] as PairedAttempt;
    if (!caller?.canonicalArn || (caller.accessKeyId && regions[i] !== null)) continue;
    open.add(caller.canonicalArn);
  }
  return open;
}

/** The one Region that an attempt's event is in, or null where there may be several. */
function onlyRegions(
  attempts: readonly PairedAttempt[],
  regionOf: (cluster: string) => string,
): readonly (string | null)[] {
  let last: { endpoint: string | null; region: string | null } = { endpoint: null, region: null };
  const byHost = new Map<string, { endpoint: string; region: string | null }>();
  const regions: (string | null)[] = [];
  for (const { stsEndpoint, decision } of attempts) {
    if (!stsEndpoint) {
      regions.push(null);
      continue;
    }
    if (last.endpoint !== stsEndpoint) {
      let known = byHost.get(stsEndpoint);
      if (known === undefined) {
        const found = wantedRegions(stsEndpoint, regionOf(decision.cluster));
        known = { endpoint: stsEndpoint, region: found?.length === 1 ? (found[0] ?? null) : null };
        byHost.set(stsEndpoint, known);
      }
      last = known;
    }
    regions.push(last.region);
  }
  return regions;
}
