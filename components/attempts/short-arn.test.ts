import { expect, test } from "vitest";
import { shortenArn } from "./short-arn";

test.each([
  ["arn:aws:sts::111122223333:assumed-role/admin/alice", "…3333:admin/alice"],
  ["arn:aws-us-gov:iam::444455556666:user/team/bob", "…6666:user/team/bob"],
  ["alice:arn:aws:iam::111122223333:user/bob", "alice:arn:aws:iam::111122223333:user/bob"],
  ["arn:aws:iam::1234:user/bob", "arn:aws:iam::1234:user/bob"],
])("%s is shown as %s", (text, shown) => {
  expect(shortenArn(text)).toBe(shown);
});
