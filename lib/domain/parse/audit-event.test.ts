import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAuditEvent } from "./audit-event";

const EVENT = {
  kind: "Event",
  apiVersion: "audit.k8s.io/v1",
  level: "Metadata",
  auditID: "5f0c6f1e-0000-4000-8000-000000000001",
  stage: "ResponseComplete",
  verb: "list",
  user: {
    username: "admin:alice-example.com",
    uid: "aws-iam-authenticator:111122223333:AROAEXAMPLEADMIN",
    groups: ["system:masters", "system:authenticated"],
    extra: {
      accessKeyId: ["ASIAEXAMPLEALICE"],
      arn: ["arn:aws:sts::111122223333:assumed-role/Admin/alice@example.com"],
      canonicalArn: ["arn:aws:iam::111122223333:role/Admin"],
      principalId: ["AROAEXAMPLEADMIN"],
      sessionName: ["alice@example.com"],
    },
  },
  sourceIPs: ["203.0.113.9", "10.0.0.1"],
  userAgent: "kubectl/v1.34.1",
  requestURI: "/api/v1/namespaces/shop/pods?limit=500",
  objectRef: { resource: "pods", namespace: "shop", apiVersion: "v1" },
  responseStatus: { metadata: {}, code: 200 },
  annotations: { "authorization.k8s.io/decision": "allow", "authorization.k8s.io/reason": "" },
  requestReceivedTimestamp: "2026-11-02T12:00:01.123456Z",
  stageTimestamp: "2026-11-02T12:00:01.223456Z",
};

function read(changes: object) {
  return readAuditEvent(JSON.stringify({ ...EVENT, ...changes }));
}

describe("readAuditEvent", () => {
  it("reads who asked, as the authenticator told the API server", () => {
    expect(read({})).toEqual({
      ok: true,
      event: {
        auditId: EVENT.auditID,
        stage: "ResponseComplete",
        timeMs: Date.UTC(2026, 10, 2, 12, 0, 1, 123),
        verb: "list",
        uri: "/api/v1/namespaces/shop/pods?limit=500",
        object: { group: "", resource: "pods", subresource: "", namespace: "shop", name: "" },
        actsAs: null,
        user: {
          username: "admin:alice-example.com",
          uid: "aws-iam-authenticator:111122223333:AROAEXAMPLEADMIN",
          groups: ["system:masters", "system:authenticated"],
          arn: "arn:aws:sts::111122223333:assumed-role/Admin/alice@example.com",
          canonicalArn: "arn:aws:iam::111122223333:role/Admin",
          sessionName: "alice@example.com",
          accessKeyId: "ASIAEXAMPLEALICE",
          principalId: "AROAEXAMPLEADMIN",
        },
        sourceIp: "203.0.113.9",
        userAgent: "kubectl/v1.34.1",
        code: 200,
        decision: "allow",
        reason: "",
      },
    });
  });

  it("reads what it is about, and whom the caller acted as", () => {
    const objectRef = { apiGroup: "apps", resource: "deployments", subresource: "scale", name: "web" };
    expect(read({ objectRef, impersonatedUser: { username: "root-of-all" } })).toMatchObject({
      event: {
        object: { group: "apps", resource: "deployments", subresource: "scale", namespace: "", name: "web" },
        actsAs: "root-of-all",
      },
    });
    expect(read({ objectRef: undefined, requestURI: "/metrics", annotations: null })).toMatchObject({
      event: { object: null, uri: "/metrics", decision: null, reason: null },
    });
  });

  it("takes the unique id under its newer name, and none where older builds write none", () => {
    const newer = { "sigs.k8s.io/aws-iam-authenticator/principalId": ["AROANEW"] };
    expect(read({ user: { username: "a", extra: newer } })).toMatchObject({
      event: { user: { principalId: "AROANEW", uid: "", groups: [], arn: null } },
    });
    expect(read({ user: { username: "a", extra: {} } })).toMatchObject({
      event: { user: { principalId: null } },
    });
  });

  it("says why a text is no audit event", () => {
    expect(readAuditEvent("{")).toMatchObject({ ok: false, reject: { code: "not-json" } });
    expect(readAuditEvent("[]")).toMatchObject({ ok: false, reject: { code: "wrong-shape" } });
    expect(read({ auditID: 5 })).toMatchObject({ ok: false, reject: { code: "missing-field" } });
    expect(read({ requestReceivedTimestamp: "soon", stageTimestamp: "" })).toMatchObject({
      ok: false,
      reject: { message: expect.stringContaining("requestReceivedTimestamp") },
    });
  });

  it("answers any text and any value", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readAuditEvent(text).ok === "boolean"));
    fc.assert(
      fc.property(fc.jsonValue(), (user) => {
        const reading = read({ user, sourceIPs: user, responseStatus: user });
        expect(reading.ok).toBe(true);
      }),
    );
  });
});
