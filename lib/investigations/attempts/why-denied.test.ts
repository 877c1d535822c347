import { describe, expect, it } from "vitest";
import type { Attempt } from "@/lib/domain/correlate/attempt";
import { aLog } from "@/lib/testing/coverage-scene";
import { whyDenied } from "./why-denied";

const denied: Attempt = {
  id: "a".repeat(32),
  timeMs: Date.UTC(2026, 10, 18, 12),
  cluster: "prod",
  decision: "denied",
  class: "person",
  caller: {
    arn: null,
    canonicalArn: "arn:aws:iam::111122223333:role/Dev",
    accountId: "111122223333",
    uniqueId: "AROADEV",
    sessionName: "alice",
    accessKeyId: null,
  },
  kubernetes: null,
  error: "identity is not mapped",
  stsEndpoint: null,
  sts: null,
  evidence: [],
};

const record = (issuer: string) => ({
  json: JSON.stringify({
    eventID: "e1",
    eventName: "GetCallerIdentity",
    eventSource: "sts.amazonaws.com",
    eventTime: "2026-11-18T12:00:00Z",
    userIdentity: { type: "AssumedRole", sessionContext: { sessionIssuer: { type: "Role", arn: issuer } } },
  }),
});

const commandFor = (...events: { json: string }[]) =>
  whyDenied(denied, { events, sources: [aLog({ cluster: "prod", region: "eu-west-1" })], at: null })[0]
    ?.explained.fixes[0]?.forms[0];

describe("why an attempt was denied", () => {
  it("is told with its own cluster and Region, and the role as CloudTrail names it", () => {
    const { text, note } = commandFor(record("arn:aws:iam::111122223333:role/team/Dev")) ?? {};
    expect(text).toContain("--cluster-name prod --region eu-west-1");
    expect(text).toContain("--principal-arn arn:aws:iam::111122223333:role/team/Dev\n");
    expect(note).toBeNull();
  });

  it("takes the log's own ARN where no record is of that role, and says what it may lack", () => {
    for (const json of [
      "no json",
      record("arn:aws:iam::444455556666:role/team/Dev").json,
      record("arn:aws:iam::111122223333:role/Other").json,
    ]) {
      const { text, note } = commandFor({ json }) ?? {};
      expect(text).toContain("--principal-arn arn:aws:iam::111122223333:role/Dev\n");
      expect(note).toContain("path");
    }
  });

  it("is nothing for who got in, and for words of no version that is known", () => {
    const none = { events: [], sources: [], at: null };
    expect(whyDenied({ ...denied, decision: "granted" }, none)).toEqual([]);
    expect(whyDenied({ ...denied, error: "new words" }, none)).toEqual([]);
    expect(whyDenied({ ...denied, error: null }, none)).toEqual([]);
  });
});
