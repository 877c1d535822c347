import { describe, expect, it } from "vitest";
import { ARN, tellPasted } from "@/lib/testing/tell-pasted";

describe("a message", () => {
  it.each([
    [
      `Error from server (Forbidden): pods is forbidden: User "dev:alice" cannot list resource "pods" in API group ""`,
      "username:dev:alice",
    ],
    [
      `forbidden: User "system:serviceaccount:payments:api" cannot get resource "secrets"`,
      "workload:system:serviceaccount:payments:api",
    ],
    [`User "a\\"b" cannot list`, 'username:a"b'],
  ])("says who was forbidden something: %s", (text, first) => {
    expect(tellPasted(text).split("\n").slice(0, 2)).toEqual(["message", first]);
  });

  it.each([
    "error: You must be logged in to the server (Unauthorized)",
    "error: the server has asked for the client to provide credentials",
    '{"kind":"Status","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}',
  ])("that names nobody is said to: %s", (text) => {
    expect(tellPasted(text)).toBe("nameless");
  });

  it("is looked through for what has a shape", () => {
    expect(
      tellPasted(`who is ASIAEXAMPLE1? he took ${ARN}, asks alice@example.com`).split("\n").slice(0, 2),
    ).toEqual([
      "text",
      `key:ASIAEXAMPLE1 | session:${ARN} | person:alice@example.com | username:alice@example.com | role:alice@example.com | user:alice@example.com | group:alice@example.com | ci:alice@example.com`,
    ]);
  });
});
