import fc from "fast-check";
import { expect, it } from "vitest";
import type { Attempt } from "./attempt";
import { CLOCKS_MS, findSessions, LET_IN_MS, type SessionMark } from "./request-sessions";

const AT = Date.UTC(2026, 10, 20, 12);
const KUBERNETES = { username: "admin", groups: [], uid: "aws-iam-authenticator:111122223333:AROAEXAMPLE" };

function attempt(
  id: string,
  more: { key?: string | null; session?: string; timeMs?: number; uid?: string } = {},
) {
  const { key = null, session = "alice@example.com", timeMs = AT - 60_000, uid = KUBERNETES.uid } = more;
  const arn = `arn:aws:sts::111122223333:assumed-role/Admin/${session}`;
  const caller = { arn, canonicalArn: null, accountId: null, uniqueId: null, sessionName: session };
  const granted: Attempt = {
    ...{ id, timeMs, cluster: "prod", decision: "granted", class: "person", error: null, sts: null },
    ...{ caller: { ...caller, accessKeyId: key }, kubernetes: { ...KUBERNETES, uid } },
    ...{ stsEndpoint: null, evidence: [] },
  };
  return granted;
}

function request(accessKeyId: string | null, sessionName: string | null = "alice@example.com"): SessionMark {
  return { timeMs: AT, kubernetes: KUBERNETES, caller: { accessKeyId, sessionName } };
}

it("takes the session with the request's key, and no other", () => {
  const attempts = [
    attempt("a", { key: "ASIAEXAMPLE1" }),
    attempt("b", { key: "ASIAEXAMPLE2", session: "alice@example.com" }),
  ];
  expect(findSessions(request("ASIAEXAMPLE1"), attempts)).toEqual([{ attemptId: "a", confidence: "keyed" }]);
  expect(findSessions(request("ASIAEXAMPLE3"), attempts)).toEqual([]);
});

it("is less sure where no key is printed, and lists all that fit", () => {
  const attempts = [attempt("a", { session: "ci" }), attempt("b", { session: "build", timeMs: AT - 1_000 })];
  expect(findSessions(request(null, "ci"), attempts)).toEqual([{ attemptId: "a", confidence: "timed" }]);
  expect(findSessions(request(null, null), attempts).map(({ attemptId }) => attemptId)).toEqual(["b", "a"]);
});

it("tells people apart who share a role and a session name, by their chains", () => {
  const session = "EKSGetTokenAuth";
  const by = (id: string, name: string | null, ago: number) => ({
    ...attempt(id, { session, timeMs: AT - ago }),
    origin: name === null ? null : { name, userId: null },
  });
  const ids = (...attempts: ReturnType<typeof by>[]) =>
    findSessions(request("ASIAALICE", session), attempts).map(({ attemptId }) => attemptId);
  expect(ids(by("a", "alice", 2_000), by("b", "bob", 1_000))).toEqual(["b", "a"]);
  expect(ids(by("a", "alice", 2_000), by("a2", "alice", 1_000))).toEqual(["a2"]);
  expect(ids(by("a", null, 2_000), by("b", null, 1_000))).toEqual(["b", "a"]);
  const chosen = attempt("c", { timeMs: AT - 2_000 });
  expect(findSessions(request(null), [chosen, attempt("d")])).toMatchObject([{ attemptId: "c" }]);
});

it("takes of a session the last attempt before the request, within a token's life", () => {
  const key = "ASIAEXAMPLE1";
  const times = [AT - LET_IN_MS - 1, AT - LET_IN_MS, AT - 5, AT + CLOCKS_MS, AT + CLOCKS_MS + 1];
  const attempts = times.map((timeMs, i) => attempt(String(i), { key, timeMs }));
  expect(findSessions(request(key), attempts)).toEqual([{ attemptId: "2", confidence: "keyed" }]);
  expect(findSessions(request(key), attempts.slice(0, 1))).toEqual([]);
  expect(findSessions(request(key), attempts.slice(3))).toEqual([{ attemptId: "3", confidence: "keyed" }]);
});

it("never takes somebody else: not one who was denied, nor another uid of the same username", () => {
  const key = "ASIAEXAMPLE1";
  const denied = { ...attempt("a", { key }), decision: "denied", kubernetes: null } as const;
  expect(findSessions(request(key), [denied, attempt("b", { key, uid: "another" })])).toEqual([]);
});

it("depends on the set of attempts alone", () => {
  const drawn = fc.array(
    fc.record({
      key: fc.constantFrom(null, "ASIAEXAMPLE1", "ASIAEXAMPLE2"),
      session: fc.constantFrom("ci", "build"),
      timeMs: fc.integer({ min: AT - 2 * LET_IN_MS, max: AT + 2 * CLOCKS_MS }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(drawn, fc.constantFrom(null, "ASIAEXAMPLE1"), (given, key) => {
      const attempts = given.map((one, i) => attempt(String(i), one));
      const found = findSessions(request(key, null), attempts);
      expect(findSessions(request(key, null), attempts.toReversed())).toEqual(found);
      for (const { attemptId, confidence } of found)
        expect(given[Number(attemptId)]?.key === key && key !== null).toBe(confidence === "keyed");
    }),
  );
});
