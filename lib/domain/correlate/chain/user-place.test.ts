import { expect, test } from "vitest";
import { readUserIdentity } from "../../parse/user-identity";
import { placedUserOf } from "./user-place";

const onBehalfOf = {
  userId: "99670a1b2c-9d976f61-3b89-4b98-88db-2ea3bbc1f3fa",
  identityStoreArn: "arn:aws:identitystore::111122223333:identitystore/d-99670a1b2c",
};
const STORE = { userId: onBehalfOf.userId, storeId: "d-99670a1b2c", accountId: "111122223333" };
const role = (path: string) => ({
  type: "AssumedRole",
  onBehalfOf,
  sessionContext: { sessionIssuer: { arn: `arn:aws:iam::444455556666:role/${path}AWSReservedSSO_A_0` } },
});
const placed = (identity: object) =>
  placedUserOf({ identity: readUserIdentity({ ...identity }), region: "eu-west-1" });

test.each([
  ["the portal's own event", { type: "IdentityCenterUser", onBehalfOf }, "eu-west-1"],
  ["an older one", { type: "Unknown", onBehalfOf }, "eu-west-1"],
  ["a portal's role", role("aws-reserved/sso.amazonaws.com/eu-central-1/"), "eu-central-1"],
  ["one of us-east-1", role("aws-reserved/sso.amazonaws.com/"), "us-east-1"],
  ["an application's role", role(""), null],
])("%s tells where the user is kept", (_, identity, region) => {
  expect(placed(identity)).toEqual({ ...STORE, region });
});

test.each([
  ["nobody", { type: "AssumedRole" }],
  ["no store", { type: "AssumedRole", onBehalfOf: { userId: "x" } }],
  ["no store's ARN", { onBehalfOf: { ...onBehalfOf, identityStoreArn: "arn:aws:iam::111122223333:root" } }],
  ["an endless id", { onBehalfOf: { ...onBehalfOf, userId: "x".repeat(48) } }],
  ["no text", { onBehalfOf: { userId: 7, identityStoreArn: {} } }],
])("%s tells nothing", (_, identity) => {
  expect(placed(identity)).toBeNull();
});
