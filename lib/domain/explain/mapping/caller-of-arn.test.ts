import { expect, it } from "vitest";
import { callerOfArn } from "./caller-of-arn";

it.each([
  ["arn:aws:iam::111122223333:role/team/Dev", "arn:aws:iam::111122223333:role/Dev", "jane"],
  ["arn:aws:sts::111122223333:assumed-role/Dev/bob", "arn:aws:iam::111122223333:role/Dev", "bob"],
  ["arn:aws:iam::111122223333:user/ops/alice", "arn:aws:iam::111122223333:user/ops/alice", ""],
])("who comes as %s is compared as %s", (arn, canonicalArn, sessionName) => {
  expect(callerOfArn(arn, "jane")).toMatchObject({ canonicalArn, sessionName, accountId: "111122223333" });
});

it("nobody comes as what is no principal", () => {
  expect(callerOfArn("arn:aws:s3:::bucket", "jane")).toBeNull();
});
