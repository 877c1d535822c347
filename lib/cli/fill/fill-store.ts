import type { Attempt } from "@/lib/domain/correlate/attempt";
import { DAY_MS } from "@/lib/domain/time/durations";
import type { EventStore } from "@/lib/ports/event-store";
import { eksLogGroup } from "@/lib/sources/aws/eks-log-group";
import { createDayPool, type PooledDay } from "./day-pool";
import { tellDay } from "./tell-day";

const MOST_WEEKS = 20;

export interface Filling {
  readonly attempts: number;
  readonly days: number;
  /** The filled days end with the midnight before it. */
  readonly endMs: number;
  readonly seed: number;
}

export interface Filled {
  readonly attempts: number;
  readonly clusters: number;
}

/**
 * Fills a store with a large organisation's history: the sandbox's organisation as many times over as it takes, each
 * team with clusters of its own. A pool of days is read once and then told again under other clusters, keys and dates,
 * so that ten million attempts take minutes; their raw records are not kept.
 */
export async function fillStore(
  store: EventStore,
  filling: Filling,
  tell: (done: number) => void,
): Promise<Filled> {
  const pool = createDayPool(filling.seed, poolSize(filling.attempts));
  const firstDay = Math.floor(filling.endMs / DAY_MS) - filling.days;
  const clusters = new Set<string>();
  let attempts = 0;
  for (let place = 0; place < filling.days; place++) {
    const range = { from: (firstDay + place) * DAY_MS, to: (firstDay + place + 1) * DAY_MS };
    const wanted = Math.round((filling.attempts * (place + 1)) / filling.days) - attempts;
    const told = tellTeams(pool, firstDay + place, wanted);
    for (const { cluster } of told) clusters.add(cluster);
    await store.deriveStretch(range, { from: range.from, to: range.from }, () => ({
      attempts: told,
      unclaimed: [],
    }));
    attempts += told.length;
    tell(attempts);
  }
  await addSources(store, clusters, { from: firstDay * DAY_MS, to: (firstDay + filling.days) * DAY_MS });
  return { attempts, clusters: clusters.size };
}

/** As many teams' day as it takes. */
function tellTeams(pool: readonly PooledDay[], day: number, wanted: number): Attempt[] {
  const told: Attempt[] = [];
  for (let team = 0; told.length < wanted; team++) {
    for (const attempt of tellDay(pool, team, day)) told.push(attempt);
  }
  return told.slice(0, wanted).sort((a, b) => a.timeMs - b.timeMs);
}

/** Whole weeks; few for a small store, which is soon filled. */
function poolSize(attempts: number): number {
  return 7 * Math.min(MOST_WEEKS, Math.ceil(attempts / 10_000));
}

/** What was filled counts as read, or the screens would hatch it. */
async function addSources(
  store: EventStore,
  clusters: ReadonlySet<string>,
  range: { from: number; to: number },
): Promise<void> {
  for (const cluster of clusters) {
    const descriptor = {
      id: `filled/${cluster}`,
      kind: "authenticator-log",
      label: `${cluster} · authenticator log`,
      cluster,
      accountId: "111122223333",
      region: "eu-west-1",
      group: eksLogGroup(cluster),
    } as const;
    await store.openSource(descriptor, range, "imported");
    const page = {
      sourceId: descriptor.id,
      records: [],
      complete: range,
      startedMs: range.to,
      checkpoint: null,
      notice: null,
      readAtMs: range.to,
    };
    await store.appendPage(page);
  }
}
