import { expect, test } from "vitest";
import { shortenName } from "./shorten-name";

const SSO = "AWSReservedSSO_Admin_0123456789abcdef";

test.each([
  ["arn:aws:sts::111122223333:assumed-role/admin/alice", "…3333:admin/alice"],
  ["arn:aws-us-gov:iam::444455556666:user/team/bob", "…6666:user/team/bob"],
  ["alice:arn:aws:iam::111122223333:user/bob", "alice:arn:aws:iam::111122223333:user/bob"],
  ["arn:aws:iam::1234:user/bob", "arn:aws:iam::1234:user/bob"],
  ["system:serviceaccount:argocd:argocd-server", "…argocd:argocd-server"],
  ["system:serviceaccount:", "system:serviceaccount:"],
  [SSO, "AWSReservedSSO_Admin…"],
  [`arn:aws:sts::111122223333:assumed-role/${SSO}/alice`, "…3333:AWSReservedSSO_Admin…/alice"],
  [`${SSO}0`, `${SSO}0`],
])("%s is shown as %s", (text, shown) => {
  expect(shortenName(text)).toBe(shown);
});
