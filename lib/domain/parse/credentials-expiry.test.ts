import { expect, test } from "vitest";
import { readCredentialsExpiry } from "./credentials-expiry";

function recordOf(expiration: unknown, durationSeconds?: unknown): string {
  return JSON.stringify({
    requestParameters: { durationSeconds },
    responseElements: { credentials: { expiration } },
  });
}

test("the end of credentials stands in American words, in UTC", () => {
  const at = Date.UTC(2024, 6, 9, 16, 41, 37);
  expect(readCredentialsExpiry(recordOf("Jul 9, 2024, 4:41:37 PM"))).toEqual({
    expiresMs: at,
    durationMs: null,
  });
  expect(readCredentialsExpiry(recordOf("Jul 9, 2024, 4:41:37\u202fPM")).expiresMs).toBe(at);
  expect(readCredentialsExpiry(recordOf("Jan 1, 2026, 12:00:05 AM")).expiresMs).toBe(
    Date.UTC(2026, 0, 1, 0, 0, 5),
  );
});

test("the duration is what was asked for, up to 36 hours", () => {
  expect(readCredentialsExpiry(recordOf(null, 3600)).durationMs).toBe(3_600_000);
  expect(readCredentialsExpiry(recordOf(null, 999_999)).durationMs).toBeNull();
});

test.each([
  "",
  "null",
  "[]",
  "{",
  '{"responseElements":{"credentials":"x"}}',
  recordOf("tomorrow"),
  recordOf(["a"]),
])("%s tells nothing, and throws nothing", (text) => {
  expect(readCredentialsExpiry(text)).toEqual({ expiresMs: null, durationMs: null });
});
