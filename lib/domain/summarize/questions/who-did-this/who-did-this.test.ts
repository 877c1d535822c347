import { describe, expect, it } from "vitest";
import type { AttemptOrigin } from "../../../correlate/chain/attempt-origin";
import type { StoredRequest, TracedRequest } from "../../requests/request-page";
import { whoDidThis } from "./who-did-this";
import type { WhoDidThisFacts } from "./who-did-this-facts";
import type { WhoDidThisQuery } from "./who-did-this-query";

const NOON = Date.UTC(2026, 10, 20, 12);

const QUERY: WhoDidThisQuery = {
  ...{ verb: "delete", resource: "ns", namespace: null, name: null, username: null, cluster: "prod" },
  range: { from: NOON - 60_000, to: NOON + 60_000 },
};

function origin(name: string, confidence: AttemptOrigin["confidence"] = "keyed"): AttemptOrigin {
  return { kind: "person", name, nameFrom: "sign-in", userId: null, confidence, end: "origin" };
}

function row(
  by: AttemptOrigin | null,
  wishes: Partial<StoredRequest> & { sessions?: number } = {},
): TracedRequest {
  const { sessions = 1, ...rest } = wishes;
  return {
    request: {
      ...{
        id: "r",
        cluster: "prod",
        recordId: "",
        recordMs: NOON,
        auditId: "",
        timeMs: NOON,
        verb: "delete",
      },
      object: { group: "", resource: "namespaces", subresource: "", namespace: "shop", name: "shop" },
      ...{ uri: null, code: 200, outcome: "allowed", reason: null, actsAs: null, clientIp: null },
      caller: {
        ...{ arn: null, canonicalArn: "arn:aws:iam::111122223333:role/Admin", accountId: null },
        ...{ uniqueId: null, sessionName: "EKSGetTokenAuth", accessKeyId: null },
      },
      ...{ kubernetes: { username: "kubernetes-admin", groups: [], uid: "" }, userAgent: null },
      ...rest,
    },
    sessions: Array.from({ length: sessions }, (_, i) => ({
      attemptId: `${i}`,
      confidence: "timed" as const,
    })),
    origin: by,
  };
}

function answer(rows: readonly TracedRequest[], wishes: Partial<WhoDidThisFacts> = {}) {
  return whoDidThis({
    ...{ query: QUERY, rows, total: rows.length, also: [], verbs: [], anyName: 0, anyTime: 0 },
    ...{ letIn: [], moreLetIn: 0, region: "eu-west-1", unread: [] },
    ...wishes,
  });
}

function told(...asked: Parameters<typeof answer>): string {
  return answer(...asked)
    .verdict.map(({ text }) => text)
    .join("");
}

describe("who did this", () => {
  it("is the person behind the one request, as the cluster knew him", () => {
    expect(told([row(origin("alice@example.com"))])).toBe(
      "At 20 Nov 12:00:00 UTC alice@example.com deleted namespace shop at prod, as kubernetes-admin.",
    );
  });

  it("is told with what is not sure of it", () => {
    expect(told([row(origin("alice@example.com", "timed"))])).toMatch(
      / That is joined by time, and probable\.$/,
    );
    expect(told([row(null, { sessions: 2 })])).toMatch(/ 2 sessions fit, so it may be another's\.$/);
    const { verdict, makers } = answer([row(null, { sessions: 0 })]);
    expect(verdict.at(-1)?.text).toMatch(/only the record's own words are known/);
    expect(verdict[1]).toMatchObject({ text: "Admin/EKSGetTokenAuth", claimed: true });
    expect(makers).toMatchObject([{ origin: null, requests: 1 }]);
  });

  it("names all who did, those of most requests first", () => {
    const bob = [NOON, NOON - 1].map((timeMs) => row(origin("bob@example.com"), { timeMs }));
    const said = told([row(origin("alice@example.com"), { timeMs: NOON + 5_000 }), ...bob]);
    expect(said).toBe(
      "3 requests match, made by bob@example.com (2) and alice@example.com (1). The newest: at 20 Nov 12:00:05 UTC alice@example.com deleted namespace shop at prod, as kubernetes-admin.",
    );
    expect(told(bob, { total: 900 })).toMatch(
      /^Of 900 requests the newest 2 were made by bob@example\.com\. /,
    );
  });
});

describe("where no request that is kept matches", () => {
  it("says why: a read, a log that was not read, something in the cluster, or what was deleted as a whole", () => {
    const read = { query: { ...QUERY, verb: "read", resource: "secrets" } };
    expect(told([], read)).toContain("Reads that were allowed are not kept");
    expect(told([], { unread: ["No audit log of this cluster is read."] })).toContain("That proves nothing");
    expect(told([])).toContain("something inside the cluster");
    expect(told([], { also: [row(null)] })).toContain("see below");
  });

  it("names what is near, and reads the rest by a command", () => {
    const { near, command } = answer([], {
      query: { ...QUERY, name: "shop" },
      verbs: [
        { value: "delete", count: 9 },
        { value: "patch", count: 3 },
      ],
      anyName: 2,
      anyTime: 1,
    });
    expect(near).toEqual([
      { text: "patch of the same", count: 3, change: { verb: "patch" } },
      { text: "the same of any name", count: 2, change: { name: null } },
      { text: "the same within 90 days", count: 1, change: { range: "90d" } },
    ]);
    expect(command).toContain('($.objectRef.name = "shop")');
    expect(answer([], { query: { ...QUERY, cluster: null } }).command).toBeNull();
    expect(answer([], { region: null }).command).toBeNull();
  });
});
