import { describe, expect, test } from "vitest";
import { createWorld } from "./world";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday; the Monday on which logging was looked into is 2026-11-16. */
const NOON = Date.UTC(2026, 10, 18, 12);
const DAYS = { from: NOON - 2 * DAY, to: NOON };
const world = createWorld(1, 7);
const auditOf = (cluster: string) =>
  world
    .lines(cluster, DAYS, NOON)
    .filter((line) => line.stream.startsWith("kube-apiserver-audit-"))
    .map((line) => JSON.parse(line.message));

describe("the audit log", () => {
  const events = auditOf("prod");
  const attempts = world.truth(DAYS).filter(({ cluster }) => cluster === "prod");

  test("names each granted caller with the key of the attempt, and nobody for a refused token", () => {
    const keys = new Set(events.map(({ user }) => user.extra?.accessKeyId[0]));
    const granted = attempts.filter(
      ({ decision, timeMs }) => decision === "granted" && timeMs < NOON - 60_000,
    );
    expect(granted.length).toBeGreaterThan(100);
    expect(granted.filter(({ accessKeyId }) => !keys.has(accessKeyId))).toEqual([]);
    const refused = events.filter(({ responseStatus }) => responseStatus.code === 401);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.every(({ user }) => JSON.stringify(user) === "{}")).toBe(true);
    expect(events.length).toBeLessThan(attempts.length * 4);
  });

  test("says who, from where, what was decided and why", () => {
    const alice = events.find(({ user }) => user.extra?.sessionName[0] === "alice@example.com");
    expect(alice).toMatchObject({
      kind: "Event",
      apiVersion: "audit.k8s.io/v1",
      stage: "ResponseComplete",
      user: {
        username:
          "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856/alice-example.com",
        uid: "aws-iam-authenticator:111122223333:AROAEXAMPLEPLATFORM01",
        groups: ["system:authenticated"],
        extra: {
          arn: [
            "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856/alice@example.com",
          ],
          canonicalArn: ["arn:aws:iam::111122223333:role/AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856"],
          principalId: ["AROAEXAMPLEPLATFORM01"],
        },
      },
      sourceIPs: ["203.0.113.21"],
      annotations: {
        "authorization.k8s.io/decision": "allow",
        "authorization.k8s.io/reason":
          'EKS Access Policy: allowed by ClusterRoleBinding "arn:aws:iam::111122223333:role/AWSReservedSSO_PlatformAdmin_4f1c2b7a9e03d856+arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" of ClusterRole "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" to User "AROAEXAMPLEPLATFORM01"',
      },
    });
    const verbs = new Set(events.map(({ verb }) => verb));
    for (const verb of ["get", "list", "update", "delete", "create"]) expect(verbs).toContain(verb);
  });
});

describe("clusters that log less", () => {
  const trail = { accountId: "111122223333", region: "eu-west-1" };
  const changes = world
    .events(trail, { from: NOON - 20 * DAY, to: NOON }, NOON)
    .filter(({ eventName }) => eventName === "UpdateClusterConfig")
    .map(({ json }) => JSON.parse(json));

  test("UpdateClusterConfig tells since when", () => {
    expect(
      changes.map(({ eventTime, requestParameters: { name } }) => `${eventTime} ${name}`).toSorted(),
    ).toEqual([
      "2026-11-16T08:00:00Z catalog-dev",
      "2026-11-16T08:00:00Z catalog-staging",
      "2026-11-16T10:00:00Z catalog-dev",
      "2026-11-16T10:00:00Z catalog-staging",
    ]);
    const last = changes.findLast(({ requestParameters }) => requestParameters.name === "catalog-dev");
    expect(last.requestParameters.logging.clusterLogging).toEqual([
      { types: ["api", "audit"], enabled: true },
      { types: ["authenticator", "controllerManager", "scheduler"], enabled: false },
    ]);
    expect(last.responseElements.update.type).toBe("LoggingUpdate");
  });

  test("the log ends there, and the truth says which attempts it does not show", () => {
    const off = Date.UTC(2026, 10, 16, 10);
    const range = { from: off - DAY, to: off + DAY };
    const lines = world.lines("catalog-dev", range, NOON);
    const authenticator = lines.filter((line) => line.stream.startsWith("authenticator-"));
    expect(authenticator.length).toBeGreaterThan(5);
    expect(authenticator.every(({ timeMs }) => timeMs < off && timeMs >= off - 2 * HOUR)).toBe(true);
    expect(
      lines.some(({ stream, timeMs }) => timeMs > off && stream.startsWith("kube-apiserver-audit-")),
    ).toBe(true);
    const shown = new Set(authenticator.map(({ eventId }) => eventId));
    for (const { cluster, logged, line } of world.truth(range))
      if (cluster === "catalog-dev") expect(shown.has(line.eventId)).toBe(logged);
    expect(world.lines("catalog-staging", { from: off, to: NOON }, NOON)).toEqual([]);
  });
});
