import { AwsError } from "./aws-error";

export interface Throttle {
  /** Throws ThrottlingException (HTTP 400) when the quota of the key is used up. */
  take(key: string, perSecond: number): void;
}

/** A token bucket per key, filled by the given clock, one second deep. */
export function createThrottle(now: () => number): Throttle {
  const buckets = new Map<string, { level: number; atMs: number }>();
  return {
    take: (key, perSecond) => {
      const nowMs = now();
      const bucket = buckets.get(key) ?? { level: perSecond, atMs: nowMs };
      const gained = (Math.max(0, nowMs - bucket.atMs) / 1000) * perSecond;
      const level = Math.min(perSecond, bucket.level + gained);
      buckets.set(key, { level: level >= 1 ? level - 1 : level, atMs: nowMs });
      if (level < 1) throw new AwsError("ThrottlingException", "Rate exceeded");
    },
  };
}
