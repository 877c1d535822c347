import { expect, it } from "vitest";
import { defaultUsername } from "./default-username";

const ROLE = "arn:aws-us-gov:iam::111122223333:role/team/Dev";

it.each([
  ["STANDARD", ROLE, "arn:aws-us-gov:sts::111122223333:assumed-role/Dev/{{SessionName}}"],
  ["STANDARD", "arn:aws:iam::111122223333:user/ops/alice", "arn:aws:iam::111122223333:user/ops/alice"],
  ["EC2_LINUX", ROLE, "system:node:{{EC2PrivateDNSName}}"],
  ["EC2_Windows", ROLE, "system:node:{{EC2PrivateDNSName}}"],
  ["FARGATE_LINUX", ROLE, "system:node:{{SessionName}}"],
  ["HYBRID_LINUX", ROLE, "system:node:{{SessionName}}"],
  ["EC2", ROLE, "system:node:{{SessionName}}"],
  ["HYPERPOD_LINUX", ROLE, null],
  ["SOMETHING_NEW", ROLE, null],
  ["STANDARD", "no arn", null],
])("the username of an access entry of type %s for %s is %s", (type, arn, username) => {
  expect(defaultUsername(type, arn)).toBe(username);
});
