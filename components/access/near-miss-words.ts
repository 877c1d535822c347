import type { NearMissKind } from "@/lib/domain/explain/mapping/near-miss";

/** Why an entry that was probably meant for a caller is not his; goes on after its ARN. */
export const NEAR_MISS_WORDS: Readonly<Record<NearMissKind, string>> = {
  "not-read": "would match, and the cluster's mode does not read it there",
  "role-path": "has the role's path, and STS names roles without one",
  "session-arn": "is the ARN of a session, not of its role",
  blank: "has a blank in it",
  wildcard: "has a wildcard in it, which stands for nothing here",
  "sso-suffix": "is the same permission set with another suffix",
  "sso-suffix-missing": "is the same permission set without the suffix of its role",
  "user-path": "has another path",
  "other-kind": "is of the same name, a role for a user or a user for a role",
  "other-account": "is of the same name in another account",
  "other-partition": "is of the same name in another partition",
};
