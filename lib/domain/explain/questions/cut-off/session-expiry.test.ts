import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../time/durations";
import { lastUse, type SessionKnown, sessionEnds } from "./session-expiry";

const NOON = Date.UTC(2026, 10, 20, 12);
const SESSION: SessionKnown = {
  accessKeyId: "ASIAEXAMPLE0000000001",
  firstMs: NOON,
  lastMs: NOON + HOUR_MS,
  issued: null,
  isPortal: false,
};
const ISSUED = { timeMs: NOON - MINUTE_MS, expiresMs: null, durationMs: null, isChained: false } as const;

function credentials(changed: Partial<SessionKnown>) {
  return sessionEnds({ ...SESSION, ...changed }).find(({ thing }) => thing === "credentials");
}

test("a token is taken for a quarter of an hour, and the API server keeps the answer two minutes more", () => {
  const [token, cache] = sessionEnds(SESSION);
  expect(token).toMatchObject({ thing: "token", atMs: NOON + HOUR_MS + 15 * MINUTE_MS });
  expect(cache).toMatchObject({ thing: "cache", atMs: NOON + HOUR_MS + 17 * MINUTE_MS });
});

test("what the record says of the end counts before what was asked for, and that before any limit", () => {
  const kind = "assume-role" as const;
  const asked = { ...ISSUED, kind, durationMs: 2 * HOUR_MS };
  expect(credentials({ issued: { ...asked, expiresMs: NOON + HOUR_MS } })).toMatchObject({
    certainty: "known",
    atMs: NOON + HOUR_MS,
  });
  expect(credentials({ issued: asked })).toMatchObject({
    certainty: "known",
    atMs: ISSUED.timeMs + 2 * HOUR_MS,
  });
  expect(credentials({ issued: { ...ISSUED, kind } })).toMatchObject({ atMs: ISSUED.timeMs + HOUR_MS });
});

test("a role taken by another role's session lasts an hour at most, a portal's role twelve", () => {
  const chained = { ...ISSUED, kind: "assume-role", isChained: true } as const;
  expect(credentials({ issued: chained })).toMatchObject({
    certainty: "at-most",
    atMs: ISSUED.timeMs + HOUR_MS,
  });
  const portal = { issued: { ...ISSUED, kind: "assume-role-with-saml" }, isPortal: true } as const;
  expect(credentials(portal)).toMatchObject({ certainty: "at-most", atMs: ISSUED.timeMs + 12 * HOUR_MS });
  const signIn = sessionEnds({ ...SESSION, ...portal }).at(-1);
  expect(signIn).toMatchObject({ thing: "sign-in", atMs: ISSUED.timeMs + 90 * DAY_MS });
});

test("without the call that gave them out, the first use bounds the end", () => {
  expect(credentials({})).toMatchObject({ certainty: "at-most", atMs: NOON + 36 * HOUR_MS });
  expect(credentials({ isPortal: true })).toMatchObject({ certainty: "at-most", atMs: NOON + 12 * HOUR_MS });
  expect(credentials({ accessKeyId: null })).toMatchObject({ certainty: "unknown", atMs: null });
});

test("a long-term key has no end, and a session may be used as long as its newest token is answered", () => {
  expect(credentials({ accessKeyId: "AKIAEXAMPLE0000000001" })).toMatchObject({
    certainty: "never",
    atMs: null,
  });
  expect(lastUse({ ...SESSION, accessKeyId: "AKIAEXAMPLE0000000001" })).toBeNull();
  expect(lastUse(SESSION)).toBe(NOON + 36 * HOUR_MS + 17 * MINUTE_MS);
});
