import { describe, expect, it } from "vitest";
import type { Origin } from "./chain";
import { claimedByClass } from "./claimed-by-class";

const OPEN: Origin = { kind: "unknown", name: null, nameFrom: null, confidence: null, userId: null };
const FARGATE = "system:node:fargate-ip-10-0-0-1.eu-west-1.compute.internal";
const kubernetes = { username: FARGATE, groups: ["system:nodes"], uid: "" };

describe("claimedByClass", () => {
  it("names a Fargate node by its Kubernetes username", () => {
    expect(claimedByClass({ class: "node", kubernetes }, OPEN)).toEqual({
      kind: "node",
      name: FARGATE,
      nameFrom: "kubernetes-username",
      confidence: "claimed",
      userId: null,
    });
  });

  it("takes what a session's name tells for a claim, and names nobody by a shared username", () => {
    const session: Origin = {
      ...OPEN,
      name: "GitHubActions",
      nameFrom: "session-name",
      confidence: "claimed",
    };
    expect(claimedByClass({ class: "ci", kubernetes }, session)).toEqual({ ...session, kind: "ci" });
    expect(claimedByClass({ class: "person", kubernetes }, OPEN)).toEqual({
      ...OPEN,
      kind: "person",
      confidence: "claimed",
    });
  });

  it("changes nothing that records lead to, and nothing that names do not tell", () => {
    const keyed: Origin = {
      ...OPEN,
      name: "1234567890",
      nameFrom: "web-identity-subject",
      confidence: "keyed",
    };
    const alice: Origin = {
      ...OPEN,
      kind: "person",
      name: "alice",
      nameFrom: "iam-user",
      confidence: "claimed",
    };
    expect(claimedByClass({ class: "ci", kubernetes }, keyed)).toBe(keyed);
    expect(claimedByClass({ class: "ci", kubernetes }, alice)).toBe(alice);
    expect(claimedByClass({ class: "unknown", kubernetes }, OPEN)).toBe(OPEN);
  });
});
