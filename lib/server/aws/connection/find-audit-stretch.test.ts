import { expect, test } from "vitest";
import { findAuditStretch } from "./find-audit-stretch";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 20, 12);
const at = (daysAgo: number, authenticator: boolean | null, audit: boolean | null = null) => ({
  timeMs: NOW - daysAgo * DAY,
  cluster: "prod",
  authenticator,
  audit,
  by: "alice@example.com",
});
const stretch = (changes: ReturnType<typeof at>[], auditOn = true) =>
  findAuditStretch({ changes, auditOn, nowMs: NOW })?.range ?? null;

test("from where the log was switched off to where it was switched on again", () => {
  expect(stretch([at(2, true), at(5, false), at(9, true, true)])).toEqual({
    from: NOW - 89 * DAY,
    to: NOW - 2 * DAY,
  });
  expect(stretch([at(2, true), at(5, false), at(9, null, true)])?.from).toBe(NOW - 89 * DAY);
  expect(stretch([at(2, true), at(5, false), at(7, true, true), at(9, true, false)])).toEqual({
    from: NOW - 89 * DAY,
    to: NOW - 2 * DAY,
  });
});

test("in whole hours, and not into the future", () => {
  const changes = [{ ...at(0, true), timeMs: NOW - HOUR / 2 }];
  expect(stretch(changes)?.to).toBe(NOW);
  expect(stretch([{ ...at(0, true), timeMs: NOW - 90 * 60_000 }])?.to).toBe(NOW - HOUR);
});

test("none while the audit log was off, or where nobody changed the authenticator's", () => {
  expect(stretch([at(2, true)], false)).toBeNull();
  expect(stretch([at(2, true, true), at(5, false, false)])?.to).toBe(NOW - 5 * DAY);
  expect(stretch([at(2, null, true)])).toBeNull();
  expect(stretch([])).toBeNull();
});
