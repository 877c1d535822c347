import { expect, it } from "vitest";
import { identityOfOrigin } from "./identity-of-origin";

const BOB = { kind: "person", name: "bob@example.com", nameFrom: "sign-in", userId: "d2c5f4e4" } as const;

it("is found by its name, a person else by Identity Center's id", () => {
  expect(identityOfOrigin(BOB)).toEqual({ kind: "person", value: "bob@example.com" });
  expect(identityOfOrigin({ ...BOB, name: null })).toEqual({ kind: "person", value: "d2c5f4e4" });
  expect(identityOfOrigin({ ...BOB, name: null, userId: null })).toBeNull();
  expect(identityOfOrigin({ ...BOB, kind: "node", name: "i-0abc" })).toEqual({
    kind: "instance",
    value: "i-0abc",
  });
});

it("is not found by the name of a service, nor where it is empty", () => {
  const service = { kind: "aws", name: "lambda.amazonaws.com", nameFrom: "service", userId: null } as const;
  expect(identityOfOrigin(service)).toBeNull();
  expect(identityOfOrigin({ ...service, name: "eks:node-manager", nameFrom: "kubernetes-username" })).toEqual(
    {
      kind: "username",
      value: "eks:node-manager",
    },
  );
  expect(identityOfOrigin({ ...BOB, name: "", userId: null })).toBeNull();
});
