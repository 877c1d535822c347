import type { Attempt } from "@/lib/domain/correlate/attempt";
import { NO_FACETS } from "@/lib/domain/summarize/attempts/attempt-filter";
import { HOUR_MS } from "@/lib/domain/time/durations";
import type { TimeRange } from "@/lib/domain/time/time-range";
import type { EventStore } from "@/lib/ports/event-store";
import type { World } from "@/lib/sandbox/world/world";
import type { WorldEvent } from "@/lib/sandbox/world/world-day";

const FOREVER = 8.64e15;

/** How a store differs from what really happened. All empty = the same sets, each member once. */
export interface Deviation {
  readonly lostLines: readonly string[];
  readonly doubleLines: readonly string[];
  readonly lostEvents: readonly string[];
  readonly doubleEvents: readonly string[];
  /** Attempts that nobody made. */
  readonly invented: readonly string[];
}

export const NO_DEVIATION: Deviation = {
  lostLines: [],
  doubleLines: [],
  lostEvents: [],
  doubleEvents: [],
  invented: [],
};

export interface Compared {
  readonly range: TimeRange;
  /** Absent = all. */
  readonly clusters?: readonly string[];
  /** Whose STS events to compare; absent = those of the first team's account. */
  readonly trails?: readonly Trail[];
}

interface Trail {
  readonly accountId: string;
  readonly region: string;
}

const OWN_TRAILS: readonly Trail[] = ["eu-west-1", "us-east-1"].map((region) => ({
  accountId: "111122223333",
  region,
}));

/** Every line of an attempt and every STS event that took place in the range, beside what is stored. */
export async function compareWithTruth(
  { store, world }: { readonly store: EventStore; readonly world: World },
  compared: Compared,
): Promise<Deviation> {
  const { range, clusters, trails = OWN_TRAILS } = compared;
  const truth = world
    .truth({ from: range.from, to: range.to - 1 })
    .filter(({ cluster }) => clusters?.includes(cluster) ?? true);
  const lines = new Set(
    truth
      .flatMap(({ line, stsLine }) => [line, ...(stsLine === null ? [] : [stsLine])])
      .map(({ eventId }) => eventId),
  );
  const deciding = new Set(truth.map(({ line }) => line.eventId));
  const attempts = await readAttempts(store, compared);
  const found = countEach(attempts.flatMap(({ evidence }) => evidence.flatMap(logIdOf)));
  const events = trails.flatMap((trail) =>
    world.events(trail, { from: range.from, to: range.to - 1 }, FOREVER).filter(isOfSts),
  );
  const ids = events.map(({ eventId }) => eventId);
  const near = { from: range.from - HOUR_MS, to: range.to + HOUR_MS };
  const stored = countEach((await store.readEvents(ids, near)).map(({ eventId }) => eventId));
  return {
    lostLines: [...lines].filter((id) => !found.has(id)),
    doubleLines: [...found].flatMap(([id, count]) => (count > 1 ? [id] : [])),
    lostEvents: events.map(({ eventId }) => eventId).filter((id) => !stored.has(id)),
    doubleEvents: [...stored].flatMap(([id, count]) => (count > 1 ? [id] : [])),
    invented: attempts
      .filter(({ evidence }) => !evidence.some((one) => logIdOf(one).some((id) => deciding.has(id))))
      .map(({ id }) => id),
  };
}

/** All attempts that are stored of the range, machines' too. */
export async function readAttempts(
  store: EventStore,
  { range, clusters = [] }: Compared,
): Promise<Attempt[]> {
  const filter = { ...NO_FACETS, cluster: [...clusters], range, text: "", noise: "show" } as const;
  const attempts: Attempt[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.search({ filter, cursor, limit: 500 });
    attempts.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return attempts;
}

function logIdOf({ source, eventId }: Attempt["evidence"][number]): string[] {
  return source === "authenticator" && eventId !== null ? [eventId] : [];
}

const isOfSts = ({ eventSource }: WorldEvent) => eventSource === "sts.amazonaws.com";

function countEach(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
