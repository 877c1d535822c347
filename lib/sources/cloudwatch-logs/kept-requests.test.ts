import { describe, expect, it, test } from "vitest";
import { toKeptRequest } from "@/lib/domain/correlate/kept-request";
import { readAuditEvent } from "@/lib/domain/parse/audit-event";
import { readFilterPattern } from "@/lib/sandbox/wire/logs/filter-pattern";
import { createWorld } from "@/lib/sandbox/world/world";
import { KEPT_REQUESTS } from "./kept-requests";

const wants = readFilterPattern(KEPT_REQUESTS.pattern);

const ALICE = {
  username: "admin:alice",
  uid: "aws-iam-authenticator:111122223333:AROAEXAMPLE",
  extra: { arn: ["arn:aws:sts::111122223333:assumed-role/Admin/alice@example.com"] },
};
const USERS = [
  ALICE,
  { ...ALICE, username: "system:node:ip-10-0-0-1.eu-west-1.compute.internal" },
  { username: "system:serviceaccount:shop:web", uid: "b3a7a3a0-0000-4000-8000-000000000000" },
  {},
];
const OBJECTS = [
  undefined,
  { resource: "pods", namespace: "shop", name: "web" },
  { resource: "pods", namespace: "shop", name: "web", subresource: "exec" },
  { resource: "pods", namespace: "shop", name: "web", subresource: "attach" },
  { resource: "pods", namespace: "shop", name: "web", subresource: "portforward" },
  { resource: "pods", namespace: "shop", name: "web", subresource: "log" },
  { resource: "leases", apiGroup: "coordination.k8s.io", namespace: "kube-system", name: "x" },
  { resource: "events", namespace: "shop" },
  { resource: "selfsubjectaccessreviews", apiGroup: "authorization.k8s.io" },
  { resource: "tokenreviews", apiGroup: "authentication.k8s.io" },
  { resource: "clusterrolebindings", apiGroup: "rbac.authorization.k8s.io", name: "admins" },
  { resource: "serviceaccounts", namespace: "shop", name: "web", subresource: "token" },
];
const VERBS = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];
const STAGES = ["RequestReceived", "ResponseStarted", "ResponseComplete"];

function* everyEvent(): Generator<string> {
  for (const user of USERS)
    for (const objectRef of OBJECTS)
      for (const verb of VERBS)
        for (const stage of STAGES)
          for (const code of [200, 101, 401, 403, 404]) {
            const responseStatus = { metadata: {}, code };
            const requestReceivedTimestamp = "2026-11-02T12:00:01.123456Z";
            const event = { auditID: "a", stage, verb, user, objectRef, responseStatus };
            yield JSON.stringify({ kind: "Event", ...event, requestReceivedTimestamp });
          }
}

function isKept(text: string): boolean {
  const reading = readAuditEvent(text);
  return reading.ok && toKeptRequest(reading.event) !== null;
}

describe("the pattern for requests that are kept", () => {
  it("is no longer than CloudWatch takes", () => {
    expect(KEPT_REQUESTS.pattern.length).toBeLessThanOrEqual(1_024);
  });

  it("asks for exactly what is kept, whoever does what to which object, at every stage", () => {
    const events = [...everyEvent()];
    const different = events.filter((text) => wants(text) !== isKept(text));
    expect(different.slice(0, 3)).toEqual([]);
    expect(events.filter(wants).length).toBeGreaterThan(100);
  });

  test.each([
    ["a delete", { verb: "delete", objectRef: OBJECTS[1] }, true],
    ["a read", { verb: "list", objectRef: OBJECTS[1] }, false],
    ["a denied read", { verb: "list", objectRef: OBJECTS[1], responseStatus: { code: 403 } }, true],
    ["a denied path", { verb: "get", objectRef: undefined, responseStatus: { code: 403 } }, true],
    ["a shell by WebSocket", { verb: "get", objectRef: OBJECTS[2], responseStatus: { code: 101 } }, true],
    ["its beginning", { verb: "get", objectRef: OBJECTS[2], stage: "ResponseStarted" }, false],
    ["a service account's token", { verb: "create", objectRef: OBJECTS[11] }, true],
    ["a heartbeat", { verb: "update", objectRef: OBJECTS[6] }, false],
    ["a question", { verb: "create", objectRef: OBJECTS[8] }, false],
    ["a binding", { verb: "create", objectRef: OBJECTS[10] }, true],
    ["a node's write", { verb: "patch", objectRef: OBJECTS[1], user: USERS[1] }, false],
    ["a service account's write", { verb: "delete", objectRef: OBJECTS[1], user: USERS[2] }, false],
  ])("%s", (_, changes, kept) => {
    const event = { auditID: "a", stage: "ResponseComplete", user: ALICE, responseStatus: { code: 200 } };
    const requestReceivedTimestamp = "2026-11-02T12:00:01.123456Z";
    expect(wants(JSON.stringify({ ...event, requestReceivedTimestamp, ...changes }))).toBe(kept);
  });

  it("keeps of the sample organisation's log what the truth says, and little of all", () => {
    const now = Date.UTC(2026, 10, 20);
    const range = { from: now - 2 * 86_400_000, to: now };
    const world = createWorld(1);
    const lines = world
      .lines("devCluster", range, now)
      .filter(({ stream }) => stream.startsWith("kube-apiserver-audit-"));
    const kept = lines.filter(({ message }) => wants(message));
    const truth = world
      .requests(range)
      .filter(({ cluster }) => cluster === "devCluster")
      .filter(({ resource, username }) => !isChatter(resource) && !username.startsWith("system:node:"));
    const ids = new Set(truth.map(({ line }) => line.eventId));
    const shown = kept.filter(({ timeMs }) => timeMs > range.from + 3_600_000);
    expect(shown.filter(({ eventId }) => !ids.has(eventId))).toEqual([]);
    const keptIds = new Set(kept.map(({ eventId }) => eventId));
    const readable = new Set(lines.map(({ eventId }) => eventId));
    expect(truth.filter(({ line }) => readable.has(line.eventId) && !keptIds.has(line.eventId))).toEqual([]);
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.length).toBeLessThan(lines.length / 3);
  });
});

function isChatter(resource: string): boolean {
  return ["leases", "events", "selfsubjectaccessreviews"].includes(resource);
}
