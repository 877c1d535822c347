import type { SourceCoverage, SourceProblem } from "@/lib/domain/summarize/coverage/coverage-report";
import type { LogPulse } from "@/lib/domain/summarize/coverage/log-pulse";

/** The present of these scenes. */
export const NOW = Date.UTC(2026, 10, 12, 14, 20);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `at("11:02")` today, `at("11:02", 3)` three days before. */
export function at(clock: string, daysAgo = 0): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return Date.UTC(2026, 10, 12 - daysAgo, hours, minutes);
}

/** The log of prod, followed, all of the last 14 days read. */
export function aLog(over: Partial<SourceCoverage> = {}): SourceCoverage {
  const range = { from: NOW - 14 * DAY, to: NOW };
  return {
    id: "authenticator-log/111122223333/eu-west-1/prod",
    kind: "authenticator-log",
    label: "prod · authenticator log",
    cluster: "prod",
    accountId: "111122223333",
    region: "eu-west-1",
    state: "following",
    problem: null,
    asked: range,
    read: [range],
    settledToMs: NOW,
    progress: 1,
    records: 10_000,
    rejects: 0,
    late: 0,
    pace: null,
    kept: null,
    newestMs: NOW,
    way: null,
    lastReadMs: NOW,
    ...over,
  };
}

export function aTrail(over: Partial<SourceCoverage> = {}): SourceCoverage {
  const about = { id: "cloudtrail/111122223333/eu-west-1", label: "111122223333 eu-west-1 · CloudTrail" };
  return aLog({ kind: "cloudtrail", cluster: null, ...about, ...over });
}

/** A line every 40 s for 14 days, the last one just now. */
export function aPulse(over: Partial<LogPulse> = {}): LogPulse {
  return {
    cluster: "prod",
    lines: 30_000,
    firstMs: NOW - 14 * DAY,
    newestMs: NOW,
    usualGapMs: 40_000,
    quiet: [],
    ...over,
  };
}

export const REFUSED: SourceProblem = {
  code: "forbidden",
  message: "AWS refused logs:FilterLogEvents on /aws/eks/prod/cluster.",
  remedy: "Allow it.",
  permission: "logs:FilterLogEvents",
};

export const LOG_OFF: SourceProblem = {
  code: "log-type-off",
  message: "The authenticator log of prod is switched off, and nothing of it is stored.",
  remedy: "Switch it on.",
  permission: null,
};
