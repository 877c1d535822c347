/** Counts tries by who makes them. */
export interface RateLimit {
  /** Takes one try: null where it may be, else in how many seconds the next may. */
  take(key: string): number | null;
  /** Whether the next may be, without taking it: null, or in how many seconds. */
  look(key: string): number | null;
}

export interface RateLimitOptions {
  readonly most: number;
  readonly perMs: number;
  readonly now: () => number;
}

const MOST_KEYS = 50_000;

/** At most so many tries of each key within any window of so many milliseconds. Tries that are refused do not count. */
export function createRateLimit({ most, perMs, now }: RateLimitOptions): RateLimit {
  const tries = new Map<string, number[]>();
  const recentOf = (key: string) => (tries.get(key) ?? []).filter((at) => at > now() - perMs);
  const look = (key: string) => {
    const recent = recentOf(key);
    const [oldest] = recent;
    if (recent.length < most || oldest === undefined) return null;
    return Math.max(1, Math.ceil((oldest + perMs - now()) / 1_000));
  };
  return {
    look,
    take(key) {
      const seconds = look(key);
      if (seconds !== null) return seconds;
      const recent = [...recentOf(key), now()];
      // Set anew, the key goes to the end: what comes first is who has been away longest.
      tries.delete(key);
      tries.set(key, recent);
      const [longestAway] = tries.keys();
      if (tries.size > MOST_KEYS && longestAway !== undefined) tries.delete(longestAway);
      return null;
    },
  };
}
