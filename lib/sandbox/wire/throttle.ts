import { AwsError } from "./aws-error";

export interface Throttle {
  /** Throws ThrottlingException (HTTP 400) when the quota of the key is used up. */
  take(key: string, perSecond: number): void;
}

/**
 * A token bucket per key, filled by the given clock, one second deep. Others of the account use the share `othersUse`
 * of every quota.
 */
export function createThrottle(now: () => number, othersUse = 0): Throttle {
  const buckets = new Map<string, { level: number; atMs: number }>();
  return {
    take: (key, quota) => {
      const perSecond = quota * (1 - othersUse);
      const depth = Math.max(1, perSecond);
      const nowMs = now();
      const bucket = buckets.get(key) ?? { level: depth, atMs: nowMs };
      const gained = (Math.max(0, nowMs - bucket.atMs) / 1000) * perSecond;
      const level = Math.min(depth, bucket.level + gained);
      buckets.set(key, { level: level >= 1 ? level - 1 : level, atMs: nowMs });
      if (level < 1) throw new AwsError("ThrottlingException", "Rate exceeded");
    },
  };
}
